// The invented videos of the sample data, in the order in which they are shown.
// No product or person here exists, and each caption that isn't empty says
// #madeup. Add new ones at the end: a video's place in this list is part of its id.
//
//   at       when it was made, UTC          seconds  its length
//   cover    a number: public/sample/covers/<n>.svg; "" or null or left out: no cover
//   play     where it plays, if not from the bundled clip
//   sales    [units, GMV in US dollars], one a product; a third value names a product that an earlier
//            video shows too, by the last digits of its id
// A count below zero, or null, is what the API gives for one it does not know.

// Addresses of the documented shape, with a stamp in the past, on a host that cannot exist.
const expired = (hash, stamp) =>
  `https://v19.sample.invalid/${hash.repeat(8)}/${stamp}/video/tos/sample/clip/?a=1233&mime_type=video_mp4`;

const essay = `I promised the whole story of the umbrella that walks itself, so here it is, and it is long. 🌂

It began with a rainy Tuesday and a bad idea: what if an umbrella could come and fetch you? Version one had wheels. It rolled down the hill, through the market and into the duck pond, where it stayed for nine days. The ducks were kind about it.

Version two had legs. Six, because four looked sad. It could climb stairs, but it was afraid of puddles, which for an umbrella is not ideal. Version three was brave but slow; I once waited two hours at the bus stop and it arrived with the sunshine.

Version four is the one in the clip. It knows the way home, it knocks before it comes in, and it shakes itself dry OUTSIDE, which took us five months to teach it. What you get in the box: one umbrella, one very small raincoat for the umbrella, a leash (optional, it finds it insulting), and a card with its name. Please do not rename it. It remembers.

Questions I get every day: Does it bite? No. Does it float? Ask the ducks. Can it carry shopping? Up to three melons. Is it waterproof? It is an umbrella. Is it real? Sadly not, it was made up for a page of sample data, like everything else you see here, but if it were, I would send you one.

Thank you to the pond, the bus driver who kept the door open, and everyone who asked for part two. Part two is about the hat. ☔💛 #madeup #rain #umbrella #inventions #longstory #parttwo`;

export const videos = [
  { at: "2025-09-14T08:15:27Z", region: "US", creator: 1, seconds: 34, cover: 1, text: "The teapot that hums when your tea is ready 🫖🎶 wait for the chorus #madeup #kitchen #teatime", views: 4_812_960, likes: 391_204, comments: 5_127, shares: 18_455, saves: 62_310, sales: [[8_214, 246_337.86], [1_906, 38_062.82], [433, 3_031]] },
  { at: "2025-08-02T17:40:05Z", region: "GB", creator: 2, seconds: 171, cover: 6, text: essay, views: 927_418, likes: 84_190, comments: 9_266, shares: 11_031, saves: 20_784, sales: [[1_275, 57_362.25]] },
  { at: "2025-10-01T03:22:48Z", region: "ID", creator: 3, seconds: 19, cover: "", text: "Sandal yang bisa pulang sendiri kalau hilang 😂🩴 siapa mau? #madeup #contoh #rumah", views: 268_077, likes: 15_922, comments: 804, shares: 2_310, saves: 1_775, sales: [[0, 0], [612, 4_277.88]] },
  { at: "2025-07-19T12:05:33Z", region: "VN", creator: 4, seconds: 27, cover: 3, text: "Chiếc chổi biết nhảy 💃🧹 quét nhà mà cứ như đi dự tiệc! #madeup #vídụ #nhàcửa", views: 1_530_244, likes: -1, comments: 2_418, shares: -1, saves: null, sales: [[3_390, 27_051.3]] },
  { at: "2024-12-31T23:59:58Z", region: "TH", creator: 5, seconds: 15, cover: 8, text: "โคมไฟที่เล่านิทานก่อนนอน 🌙✨ ดูแล้วง่วงทันที #madeup #ตัวอย่าง #ของแต่งบ้าน", views: 1_284_906_317, likes: 98_440_125, comments: 1_206_553, shares: 7_731_902, saves: 12_045_871, sales: [[402_118, 9_871_234.56]] },
  { at: "2025-05-23T06:31:10Z", region: "MY", creator: 6, seconds: 42, cover: 7, play: expired("ab12", "68310000"), text: "This lemon squeezer apologises to every lemon 🍋🙏 #madeup #kitchen #manners", views: 73_502, likes: 6_118, comments: 341, shares: 702, saves: 1_266, sales: [[188, 2_254.12]] },
  { at: "2025-06-11T20:18:44Z", region: "US", creator: 7, seconds: 8, cover: 2, text: "", views: 12_640, likes: 733, comments: 12, shares: 40, saves: 95, sales: [[21, 398.79]] },
  { at: "2025-09-28T10:02:16Z", region: "GB", creator: 8, seconds: 61, cover: 5, text: "POV: your bookshelf sorts itself by mood 📚 mine went straight to 'dramatic' #madeup #books #tidy", views: 602_355, likes: 71_842, comments: 3_950, shares: 6_204, saves: 31_117, sales: [[940, 79_853], [77, 1_539.23]] },
  { at: "2025-03-08T14:47:59Z", region: "US", creator: 1, seconds: 22, cover: 4, text: "Flowers that compliment your outfit 🌷 she said 'brave choice' 💀 #madeup #garden", views: 2_204_871, likes: 240_017, comments: 6_688, shares: 14_902, saves: 28_331, sales: [[5_102, 66_275.98], [2_044, 20_419.56], [871, 17_411.29], [12, 71.88]] },
  { at: "2025-10-05T09:30:00Z", region: "SG", creator: 9, seconds: 11, cover: 3, text: "Day one of selling invisible socks 🧦 (nobody saw them) #madeup #fashion", views: 0, likes: 0, comments: 0, shares: 0, saves: 0, sales: [[0, 0]] },
  { at: "2025-04-17T01:12:37Z", region: "ID", creator: 10, seconds: 55, cover: 1, text: "Bantal anti mimpi buruk 😴 sudah diuji tiga kucing dan satu nenek #madeup #contoh #tidurnyenyak", views: 8_140_992, likes: 602_771, comments: 14_035, shares: 51_220, saves: 88_904, sales: [[21_467, 148_122.3], [9_805, 58_731.95]] },
  { at: "2025-01-26T11:08:21Z", region: "VN", creator: 11, seconds: 38, cover: 7, text: "Máy pha nước chanh chạy bằng tiếng cười 🍋😂 cười càng to nước càng ngọt #madeup #vídụ #bếp", views: 455_190, likes: 39_006, comments: 1_177, shares: 3_844, saves: 7_012, sales: [[1_033, 18_067.17]] },
  { at: "2025-02-14T05:55:55Z", region: "TH", creator: 12, seconds: 29, cover: 5, text: "กระเป๋าที่จำได้ว่าคุณลืมอะไร 👜💡 ลืมกุญแจอีกแล้ว! #madeup #ตัวอย่าง #แฟชั่น", views: -1, likes: -1, comments: -1, shares: -1, saves: -1, sales: [[-1, -1]] },
  { at: "2025-08-21T22:14:03Z", region: "PH", creator: 13, seconds: 17, cover: 2, text: "Night light shaped like a tiny friendly planet 🪐 it orbits the bed #madeup #kidsroom #sleep", views: 3_018_400, likes: 288_155, comments: 4_402, shares: 20_176, saves: 47_660, sales: [[7_720, 115_722.8]] },
  { at: "2025-07-07T07:07:07Z", region: "MY", creator: 14, seconds: 46, cover: 8, text: "会发光的风铃，听见好消息就变成绿色 🎐 昨晚亮了一整夜 #madeup #示例 #家居", views: 190_736, likes: 22_480, comments: 655, shares: 1_893, saves: 5_240, sales: [[318, 8_583.82], [46, 1_149.54]] },
  { at: "2025-09-03T16:26:51Z", region: "US", creator: 15, seconds: 73, cover: 6, play: expired("0f9e", "68c00000"), text: "A tent that unpacks itself while you complain about the drive ⛺ #madeup #outdoors #camping", views: 345_821, likes: 27_914, comments: 1_540, shares: 4_088, saves: 12_733, sales: [[204, 40_795.96]] },
  { at: "2024-11-11T11:11:11Z", region: "ID", creator: 3, seconds: 24, cover: 4, text: "Pot bunga yang minta disiram sambil berpantun 🌱🎤 #madeup #contoh #kebun", views: 96_410, likes: 8_155, comments: 377, shares: 905, saves: 2_048, sales: [[154, 1_230.46]] },
  { at: "2025-06-30T18:00:00Z", region: "GB", creator: 16, seconds: 9, cover: null, text: "Biscuit tin with a conscience 🍪 'is this your fourth?' #madeup #snacks", views: 58_027, likes: 4_930, comments: 288, shares: 611, saves: 714, sales: [[null, null]] },
  { at: "2025-10-10T13:33:20Z", region: "US", creator: 17, seconds: 13, cover: 3, text: "first try pls be nice 🥺 hand-knitted cable cosies #madeup #craft", views: 37, likes: 2, comments: 1, shares: 0, saves: 0, sales: [[1, 6.5]] },
  { at: "2025-05-02T02:49:14Z", region: "VN", creator: 4, seconds: 31, cover: 1, text: "Nồi cơm biết khen người nấu 🍚👏 hôm nay được mười điểm #madeup #vídụ #bếp", views: 6_377_105, likes: 512_640, comments: 10_204, shares: 33_918, saves: 70_155, sales: [[14_880, 297_451.2], [3_012, 15_030.88]] },
  { at: "2025-03-30T04:04:40Z", region: "TH", creator: 5, seconds: 20, cover: 7, text: "แก้วน้ำที่เตือนให้ดื่มน้ำด้วยเสียงคุณยาย 👵💧 #madeup #ตัวอย่าง #สุขภาพ", views: 721_633, likes: 50_884, comments: 1_902, shares: 7_430, saves: 9_118, sales: [[2_655, 15_903.45]] },
  { at: "2025-09-19T19:19:19Z", region: "SG", creator: 18, seconds: 48, cover: 2, text: "闹钟被按掉之后自己去上班了 ⏰😅 老板说它比我准时 #madeup #示例 #早起", views: 1_098_550, likes: 133_702, comments: 8_811, shares: 25_604, saves: 19_377, sales: [[1_481, 44_415.19]] },
  { at: "2025-08-12T21:05:36Z", region: "US", creator: 7, seconds: 26, text: "Yoga mat that judges nobody (we removed that feature) 🧘 #madeup #fitness", views: 417_209, likes: 30_261, comments: 990, shares: 2_117, saves: 8_804, sales: [[0, 0]] },
  { at: "2025-04-01T00:00:01Z", region: "MX", creator: 19, seconds: 16, cover: 5, play: "", text: "Una piñata que se rellena sola 🪅 no es broma… bueno, sí #madeup #ejemplo #fiesta", views: 284_940, likes: 26_133, comments: 702, shares: 5_519, saves: 3_006, sales: [[390, 7_796.1]] },
  { at: "2025-07-25T15:42:09Z", region: "PH", creator: 20, seconds: 35, cover: 8, text: "Karaoke mic that fixes the high notes AND your ex's 🎤😌 #madeup #karaoke #party", views: 5_560_318, likes: null, comments: null, shares: 44_870, saves: 51_092, sales: [[11_236, 224_607.64], [5_004, 49_989.96]] },
  { at: "2025-01-05T08:20:30Z", region: "GB", creator: 2, seconds: 118, cover: 6, text: "Part two: the hat 🎩 it still won't take orders from the umbrella #madeup #rain #parttwo", views: 1_310_776, likes: 120_349, comments: 11_482, shares: 9_950, saves: 15_628, sales: [[702, 22_456.98], [118, 5_308.82, 201]] },
  { at: "2025-02-22T22:22:22Z", region: "MY", creator: 6, seconds: 21, cover: 4, text: "Bunga yang mekar bila ada orang memuji masakan anda 🌺🍲 #madeup #contoh #dapur", views: 149_288, likes: 12_077, comments: 512, shares: 1_366, saves: 2_290, sales: [[267, 3_201.33]] },
  { at: "2025-09-30T12:12:12Z", region: "US", creator: 15, seconds: 58, cover: 7, text: "Ranking fruit bowls by how loudly they gossip 🍊👀 number 3 knows things #madeup #kitchen #ranking", views: 21_774_503, likes: 1_905_226, comments: 40_173, shares: 166_802, saves: 204_519, sales: [[33_905, 1_016_810.95], [18_277, 182_587.23], [6_040, 54_299.6], [95, 1_139.05, 601]] },
];
