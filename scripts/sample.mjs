// Writes public/sample/videos.json, the sample data, in the envelope that the API documents.
// The videos themselves are in sample/videos.mjs. Run it again after changing them:
//   node scripts/sample.mjs
//
// No id here can be mistaken for a real one. A video id has its creation time in the upper 32 bits, as
// real ones do, and its position in this list in the lower bits. Creators and products are a round number
// plus that position. All ids are above 2^53, so that a float anywhere on the way would merge them.

import { writeFileSync } from "node:fs";
import { videos } from "./sample/videos.mjs";

const CLIP = "sample/clip.mp4";
const CREATOR = 7_000_000_000_000_000_000n;
const PRODUCT = 1_000_000_000_000_000_000n;

/** The rows of a video: one for each product, with the video's own fields repeated, as the API does. */
function rows(video, index) {
  const place = index + 1;
  const created = Date.parse(video.at) / 1000;
  const fields = {
    create_time: String(created),
    data_size: String(video.seconds * 41_000 + place * 137),
    duration: video.seconds,
    hash_tag: (video.text.match(/#[^\s#]+/gu) ?? []).map((tag) => `${tag} `).join(""),
    height: "1024",
    play_addr: video.play ?? CLIP,
    product_id: "",
    ratio: "540p",
    reflow_cover: typeof video.cover === "number" ? `sample/covers/${video.cover}.svg` : video.cover,
    region: video.region,
    total_comments_cnt: video.comments,
    total_digg_cnt: video.likes,
    total_favorites_cnt: video.saves,
    total_shares_cnt: video.shares,
    total_video_sale_cnt: 0,
    total_video_sale_gmv_amt: 0,
    total_views_cnt: video.views,
    user_id: String(CREATOR + BigInt(video.creator)),
    video_desc: video.text,
    video_id: String((BigInt(created) << 32n) + BigInt(place)),
    width: "576",
  };
  return video.sales.map(([units, gmv, shared], nth) => ({
    ...fields,
    product_id: String(PRODUCT + BigInt(shared ?? place * 100 + nth + 1)),
    total_video_sale_cnt: units,
    total_video_sale_gmv_amt: gmv,
  }));
}

const data = videos.flatMap(rows).map((row) => JSON.stringify(row));
const file = new URL("../public/sample/videos.json", import.meta.url);
writeFileSync(
  file,
  `{"code":0,"message":"success","requestId":"sample-0001","data":[\n${data.join(",\n")}\n]}\n`,
);
console.log(`${videos.length} videos, ${data.length} rows`);
