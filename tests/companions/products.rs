//! Products: what KeyAPI says of them in its various shapes, and what follows from it for the rows.

use std::sync::Arc;

use clipcart::api::wire::{DataSource, read, read_products};
use clipcart::domain::export::table::{Cell, ExportTable, Field};
use clipcart::domain::metrics::Metric;
use clipcart::domain::products::{
    BATCH, PriceRange, Product, ProductTable, commission_rate, product_ids, rating, requests_for,
};
use clipcart::domain::rows::ResultRows;
use clipcart::domain::rows::column::Column;
use clipcart::domain::rows::sort::Sort;
use clipcart::domain::search::error::SearchError;
use clipcart::domain::videos::links::DigitId;
use proptest::prelude::*;
use serde_json::{Value, json};

const AT: u64 = 1_763_964_000;
const ID: &str = "1729422228922143703";

fn row() -> Value {
    json!({
        "product_id": ID,
        "product_name": " Phone case ",
        "cover_url": [{"url": "https://covers.example/1.jpeg", "index": 0}],
        "min_price": 12.5,
        "max_price": 17,
        "spu_avg_price": 14,
        "product_commission_rate": 0.15,
        "product_rating": 4.6,
        "seller_id": "7495000000000000001",
        "region": "US",
    })
}

fn with(field: &str, value: Value) -> Value {
    let mut row = row();
    row[field] = value;
    row
}

fn all(data: &Value) -> Result<Vec<Product>, SearchError> {
    let body = json!({"code": 0, "message": "success", "data": data}).to_string();
    read_products(200, None, &body, AT)
}

fn one(row: Value) -> Product {
    all(&json!([row])).unwrap().remove(0)
}

#[test]
fn a_product_is_read_whole() {
    let product = one(row());
    assert_eq!(product.id.as_str(), ID);
    assert_eq!(product.name, "Phone case");
    assert_eq!(
        product.picture.unwrap().as_str(),
        "https://covers.example/1.jpeg"
    );
    let price = product.price.unwrap();
    assert_eq!(
        (price.min(), price.max(), price.single()),
        (12.5, 17.0, None)
    );
    assert_eq!(product.commission_rate, Some(0.15));
    assert_eq!(product.rating, Some(4.6));
    assert_eq!(product.seller.unwrap().as_str(), "7495000000000000001");
    assert_eq!(product.named_at, AT);
}

#[test]
fn prices_and_rates_are_read_in_every_shape() {
    let prices = [
        (json!(["12.5", 17]), Some((12.5, 17.0))),
        (json!([17, 12.5]), Some((12.5, 17.0))),
        (json!([12.5, null]), Some((12.5, 12.5))),
        (json!([0, 0]), Some((14.0, 14.0))),
        (json!(["x", -1]), Some((14.0, 14.0))),
    ];
    for (given, expected) in prices {
        let mut row = with("min_price", given[0].clone());
        row["max_price"] = given[1].clone();
        let price = one(row).price.map(|price| (price.min(), price.max()));
        assert_eq!(price, expected, "{given}");
    }
    let rates = [
        (json!(0.15), Some(0.15)),
        (json!("0.15"), Some(0.15)),
        (json!(15), Some(0.15)),
        (json!("15%"), Some(0.15)),
        (json!("0.5 %"), Some(0.005)),
        (json!(0), Some(0.0)),
        (json!(1), Some(0.01)),
        (json!(101), None),
        (json!(-0.1), None),
        (json!(null), None),
        (json!("x"), None),
        (json!("101%"), None),
        (json!([0.1]), None),
    ];
    for (given, expected) in rates {
        let rate = one(with("product_commission_rate", given.clone())).commission_rate;
        assert_eq!(rate, expected, "{given}");
    }
    for (given, expected) in [
        (json!("4.5"), Some(4.5)),
        (json!(0), None),
        (json!(9), None),
    ] {
        let product = one(with("product_rating", given.clone()));
        assert_eq!(product.rating, expected, "{given}");
    }
    let pictures = [
        (
            json!("[{\"url\": \"https://covers.example/2.jpeg\", \"index\": 0}]"),
            true,
        ),
        (json!("https://covers.example/2.jpeg"), true),
        (json!([]), false),
        (json!("http://covers.example/2.jpeg"), false),
        (json!("javascript:alert(1)"), false),
        (json!(null), false),
    ];
    for (given, is_usable) in pictures {
        let product = one(with("cover_url", given.clone()));
        assert_eq!(product.picture.is_some(), is_usable, "{given}");
    }
}

#[test]
fn one_bad_row_hides_no_other() {
    let bad = [
        json!(null),
        json!([1]),
        json!("row"),
        with("product_id", json!("x")),
        with("product_name", json!("")),
        with("product_name", Value::Null),
    ];
    for bad in bad {
        let products = all(&json!([bad, row()])).unwrap();
        assert_eq!(products.len(), 1, "{bad}");
    }
    assert_eq!(all(&row()).unwrap().len(), 1);
    assert_eq!(all(&json!(json!([row()]).to_string())).unwrap().len(), 1);
    assert_eq!(all(&json!([])).unwrap(), []);
}

#[test]
fn what_is_no_list_of_products_is_an_error() {
    for data in [json!(null), json!(5), json!("x"), json!([{"id": 1}])] {
        let error = all(&data).unwrap_err();
        assert!(
            matches!(error, SearchError::UnexpectedShape(..)),
            "{data} {error}"
        );
    }
    let quota = json!({"code": 0, "message": "Usage Limit Exceeded", "data": []}).to_string();
    let error = read_products(200, None, &quota, AT).unwrap_err();
    assert!(matches!(error, SearchError::QuotaUsedUp(_)), "{error}");
    let refused = json!({"code": 404, "message": "Not found"}).to_string();
    assert!(read_products(404, None, &refused, AT).is_err());
}

#[test]
fn ten_products_take_one_request() {
    for (products, requests) in [(0, 0), (1, 1), (10, 1), (11, 2), (14, 2), (20, 2), (21, 3)] {
        assert_eq!(requests_for(products), requests, "{products}");
    }
    assert_eq!(BATCH, 10);
}

/// Three videos: two with the product, one without a name for its product.
fn rows(products: Vec<Product>) -> ResultRows {
    let row = |id: u64, product: &str, gmv: f64| {
        json!({
            "video_id": id.to_string(),
            "video_desc": "A caption",
            "product_id": product,
            "total_video_sale_gmv_amt": gmv,
        })
    };
    let first = 7_521_783_049_722_285_367_u64;
    let data = json!([
        row(first, ID, 200.0),
        row(first + 1, "1729422228922143704", 300.0),
        row(first + 2, "", 400.0),
    ]);
    let body = json!({"code": 0, "message": "success", "data": data}).to_string();
    let videos = read(200, None, &body, DataSource::Live).unwrap().videos;
    ResultRows::new(videos).with_products(Arc::new(ProductTable::from(products)))
}

#[test]
fn a_named_product_has_a_commission_in_its_rows() {
    let unnamed = rows(Vec::new());
    assert_eq!(product_ids(unnamed.videos()).len(), 2);
    assert_eq!(unnamed.value(0, Metric::ExpectedCommission), None);
    let named = rows(vec![one(row())]);
    let values = |metric| [0, 1, 2].map(|row| named.value(row, metric));
    assert_eq!(values(Metric::CommissionRate), [Some(0.15), None, None]);
    assert_eq!(values(Metric::ExpectedCommission), [Some(30.0), None, None]);
    assert_eq!(values(Metric::Gmv), [Some(200.0), Some(300.0), Some(400.0)]);
    assert!(named.text(0, str::to_lowercase).contains("phone case"));
    assert!(!named.text(1, str::to_lowercase).contains("phone case"));
}

#[test]
fn named_products_come_first_by_name_and_by_price() {
    let cheap = Product {
        id: DigitId::new("1729422228922143704").unwrap(),
        name: "Apron".to_owned(),
        price: PriceRange::new([Some(3.0)]),
        ..one(row())
    };
    let named = rows(vec![one(row()), cheap]);
    for (column, descending, expected) in [
        (Column::Product, false, [1, 0, 2]),
        (Column::Product, true, [0, 1, 2]),
        (Column::Price, false, [1, 0, 2]),
        (Column::Price, true, [0, 1, 2]),
    ] {
        let mut order = [0, 1, 2];
        Sort::by(column, descending).apply(&named, &mut order);
        assert_eq!(order, expected, "{column:?} {descending}");
    }
}

#[test]
fn files_have_what_is_known_of_a_product() {
    let named = rows(vec![one(row())]);
    let table = ExportTable {
        results: &named,
        rows: &[0, 1],
        sample: false,
    };
    let cell = |row, code: &str| {
        let mut fields = Field::all();
        let field = fields.find(|field| field.code() == code);
        table.cell(row, field.unwrap_or_else(|| panic!("{code}")))
    };
    let cells = [
        ("product_id", Cell::Id(ID.to_owned())),
        ("product_name", Cell::Text("Phone case")),
        ("product_price", Cell::Number(12.5)),
        ("product_price_max", Cell::Number(17.0)),
        ("commission_rate", Cell::Number(0.15)),
        ("expected_commission", Cell::Number(30.0)),
        ("product_rating", Cell::Number(4.6)),
        ("seller_id", Cell::Id("7495000000000000001".to_owned())),
        ("product_data_given_at", Cell::Timestamp(AT)),
    ];
    for (code, expected) in cells {
        assert_eq!(cell(0, code), expected, "{code}");
        if code != "product_id" {
            assert_eq!(cell(1, code), Cell::Unknown, "{code}");
        }
    }
}

fn products() -> impl Strategy<Value = Product> {
    let price = prop::option::of((0.01_f64..1e5, 0.01_f64..1e5));
    let numbers = (
        prop::option::of(0.0_f64..=1.0),
        prop::option::of(0.1_f64..=5.0),
    );
    ("[1-9][0-9]{17}", "\\PC{1,30}", price, numbers).prop_map(|(id, name, price, (rate, stars))| {
        Product {
            id: DigitId::new(&id).unwrap(),
            name,
            picture: None,
            price: price.and_then(|(a, b)| PriceRange::new([Some(a), Some(b)])),
            commission_rate: rate,
            rating: stars,
            seller: None,
            named_at: AT,
        }
    })
}

proptest! {
    #[test]
    fn what_is_stored_is_read_again(products in prop::collection::vec(products(), 0..5)) {
        let table = ProductTable::from(products);
        let json = serde_json::to_string(&table).unwrap();
        prop_assert_eq!(serde_json::from_str::<ProductTable>(&json).unwrap(), table);
    }

    #[test]
    fn a_range_is_in_order_and_above_zero(prices in prop::collection::vec(prop::option::of(-10.0_f64..1e6), 0..4)) {
        let known = prices.iter().flatten().filter(|price| **price > 0.0);
        match PriceRange::new(prices.clone()) {
            Some(range) => prop_assert!(0.0 < range.min() && range.min() <= range.max()),
            None => prop_assert_eq!(known.count(), 0),
        }
    }

    #[test]
    fn a_rate_is_a_fraction_and_a_rating_has_five_stars(value in -10.0_f64..20_000.0) {
        prop_assert!(commission_rate(value).is_none_or(|rate| (0.0..=1.0).contains(&rate)));
        prop_assert!(rating(value).is_none_or(|stars| stars > 0.0 && stars <= 5.0));
    }

    #[test]
    fn any_response_is_products_or_an_error(status in 100_u16..600, body in "\\PC{0,80}") {
        let _ = read_products(status, None, &body, AT);
    }
}

/// The page reads the file as it reads KeyAPI's response.
#[test]
fn the_products_of_the_sample_are_read_whole() {
    let body = include_str!("../../public/sample/products.json");
    let products = read_products(200, None, body, AT).unwrap();
    let rows = body.matches("\"product_id\"").count();
    assert_eq!(products.len(), rows);
    assert!(
        products
            .iter()
            .all(|product| product.price.is_some() && product.seller.is_some())
    );
    assert!(
        products
            .iter()
            .any(|product| product.commission_rate == Some(0.15))
    );
    assert!(products.iter().any(|product| product.rating == Some(4.8)));
}
