// Writes public/sample/videos.json, the sample data, in the envelope that the API documents, and
// public/sample/products.json, the products in it, as the call that names products gives them. The videos themselves are
// in sample/videos.mjs. Run it again after changing them:
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
const SELLER = 2_000_000_000_000_000_000n;

// What KeyAPI does not know of a product is null, or a rating of 0.
const COMMISSIONS = [0.15, 0.1, 0.2, 0.08, null, 0.12, 0.25];
const RATINGS = [4.8, 4.6, 4.9, 0, 4.2, 3.7];

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

/** A product, by its first row, with prices around what its buyers paid. */
function product(row, index) {
  const [units, gmv] = [row.total_video_sale_cnt, row.total_video_sale_gmv_amt];
  const price = units > 0 && gmv > 0 ? gmv / units : 9.99 + index;
  const spread = index % 3 === 2 ? 0 : 0.1;
  const cents = (amount) => Math.round(amount * 100) / 100;
  return {
    cover_url: "[]",
    max_price: cents(price * (1 + spread)),
    min_price: cents(price * (1 - spread)),
    product_commission_rate: COMMISSIONS[index % COMMISSIONS.length],
    product_id: row.product_id,
    product_name: `Sample product ${index + 1}`,
    product_rating: RATINGS[index % RATINGS.length],
    region: row.region,
    seller_id: String(SELLER + BigInt((index % 9) + 1)),
    spu_avg_price: cents(price),
  };
}

function write(name, id, items) {
  const data = items.map((item) => JSON.stringify(item)).join(",\n");
  const file = new URL(`../public/sample/${name}.json`, import.meta.url);
  writeFileSync(file, `{"code":0,"message":"success","requestId":"${id}","data":[\n${data}\n]}\n`);
}

const data = videos.flatMap(rows);
const first = new Map(data.toReversed().map((row) => [row.product_id, row]));
const products = [...new Set(data.map((row) => row.product_id))].map((id, index) =>
  product(first.get(id), index),
);
write("videos", "sample-0001", data);
write("products", "sample-0002", products);
console.log(`${videos.length} videos, ${data.length} rows, ${products.length} products`);
