//! Products in the format of KeyAPI's call for them, made up from the id: the same id always gives the same product.

use serde_json::{Value, json};

/// A plausible product for any id. The API has some 90 fields more.
pub fn product(id: &str) -> Value {
    let seed: u64 = id
        .bytes()
        .fold(29, |sum, byte| (sum * 31 + u64::from(byte)) % 10_007);
    let price = 5.0 + (seed % 400) as f64 / 10.0;
    json!({
        "product_id": id,
        "product_name": format!("Made-up product {id}"),
        "cover_url": [{"url": cover(id), "index": 0}, {"url": cover(&format!("{id}-2")), "index": 1}],
        "min_price": price,
        "max_price": price + 4.5,
        "spu_avg_price": price + 2.0,
        "product_commission_rate": 0.05 + (seed % 20) as f64 / 100.0,
        "seller_id": (7_495_000_000_000_000_000 + seed).to_string(),
        "product_rating": 3.0 + (seed % 20) as f64 / 10.0,
        "region": "US",
        "category_id": "601450",
        "delivery_type": 1,
        "discount": "20%",
        "first_crawl_dt": 20_250_611,
        "is_s_shop": 0,
        "review_count": seed % 3_000,
        "sales_trend_flag": 1,
        "specification": "[]",
        "total_sale_cnt": seed * 13,
        "total_video_cnt": seed % 700,
    })
}

fn cover(id: &str) -> String {
    format!("https://echosell-images.tos-ap-southeast-1.volces.com/product-cover/7/{id}.jpeg")
}
