//! The shapes in which KeyAPI is said to send signed covers and products.

use serde_json::{Map, Value, json};

use super::super::covers::signed;

/// `data` of signed covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoverShape {
    /// A list of `{original: signed}`.
    List,
    /// A list of `{original_url, converted_url}`.
    Pairs,
    /// One object, original → signed.
    Map,
}

/// `cover_url` of products.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProductShape {
    /// A list `[{url, index}]`.
    CoverList,
    /// That list as JSON in a string.
    CoverJson,
}

pub fn covers(covers: &[&str], shape: CoverShape) -> Value {
    match shape {
        CoverShape::List => {
            let entry = |cover: &&str| json!({ *cover: signed(cover) });
            covers.iter().map(entry).collect()
        }
        CoverShape::Pairs => {
            let entry =
                |cover: &&str| json!({"original_url": cover, "converted_url": signed(cover)});
            covers.iter().map(entry).collect()
        }
        CoverShape::Map => {
            let pair = |cover: &&str| ((*cover).to_owned(), Value::from(signed(cover)));
            Value::Object(covers.iter().map(pair).collect::<Map<_, _>>())
        }
    }
}

pub fn row(mut product: Value, shape: ProductShape) -> Value {
    if shape == ProductShape::CoverJson {
        product["cover_url"] = product["cover_url"].to_string().into();
    }
    product
}
