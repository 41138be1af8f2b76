//! Texts are joined as their language does, by texts such as `common.list`: the marks of one language are not in code.

use std::fs;
use std::path::Path;

/// Between the values of a format string.
const BETWEEN: [&str; 5] = ["}, {", "}: {", "}; {", "} ({", "}) "];

/// Whether a literal is nothing but marks, such as `", "`.
fn is_marks(literal: &str) -> bool {
    let marks = literal.trim();
    !marks.is_empty() && marks.chars().all(|mark| ",:;()".contains(mark)) && marks != literal
}

/// The literals of a source file with marks of a language, each with its line. Comments have none.
fn marked(source: &str) -> Vec<(usize, String)> {
    let lines = (1..).zip(source.lines());
    let code = lines.filter(|(_, line)| !line.trim_start().starts_with("//"));
    code.flat_map(|(number, line)| {
        let literals = line.split('"').skip(1).step_by(2);
        let marked = literals.filter(|literal| {
            is_marks(literal) || BETWEEN.iter().any(|between| literal.contains(between))
        });
        marked
            .map(move |literal| (number, literal.to_owned()))
            .collect::<Vec<_>>()
    })
    .collect()
}

fn check(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            check(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let marked = marked(&fs::read_to_string(&path).unwrap()).into_iter();
            found.extend(
                marked.map(|(line, literal)| format!("{}:{line}: {literal:?}", path.display())),
            );
        }
    }
}

#[test]
fn code_joins_no_texts_with_marks_of_one_language() {
    let mut found = Vec::new();
    for layer in ["components", "state"] {
        check(
            &Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("src")
                .join(layer),
            &mut found,
        );
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn such_marks_are_found() {
    for (source, count) in [
        (r#"counts.join(", ")"#, 1),
        (r#"{name} ": " {value}"#, 1),
        (r#"format!("{name}: {value}")"#, 1),
        (r#"format!("{name} ({code})")"#, 1),
        (r#"[("a", "b"), ("c: d", ",")]"#, 0),
        (r#"format!("{formula} · {exact}")"#, 0),
        (r#"// join(", ")"#, 0),
    ] {
        assert_eq!(marked(source).len(), count, "{source}");
    }
}
