//! A request as code in four languages. URLs are quoted so that no language takes a part of them for code. Only cURL can
//! contain the key; the other programs read it from an environment variable.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::domain::deployment::api_key::ApiKey;

/// The environment variable with the key.
pub const KEY_VARIABLE: &str = "KEYAPI_KEY";

/// A programming language. Its text is its name, which no language translates.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, IntoStaticStr, EnumString, VariantArray)]
#[strum(const_into_str)]
pub enum Dialect {
    /// A shell command.
    #[default]
    #[strum(serialize = "cURL")]
    Curl,
    Python,
    /// For Node.js, as a module.
    JavaScript,
    Rust,
}

/// What the code has for the key.
#[derive(Clone, Copy, Debug)]
pub enum Credential<'k> {
    /// Nothing: a proxy adds the key.
    Proxy,
    /// The environment variable.
    Masked,
    /// The key itself in cURL, the environment variable in the other languages.
    Revealed(&'k ApiKey),
}

/// The code that requests a URL, which is in the form that browsers write: ASCII without spaces.
#[must_use]
pub fn snippet(dialect: Dialect, url: &str, credential: Credential<'_>) -> String {
    let with_key = !matches!(credential, Credential::Proxy);
    match dialect {
        Dialect::Curl => curl(url, credential),
        Dialect::Python => python(&quoted(url), with_key),
        Dialect::JavaScript => java_script(&quoted(url), with_key),
        Dialect::Rust => rust(&quoted(url), with_key),
    }
}

fn curl(url: &str, credential: Credential<'_>) -> String {
    // cURL expands brackets and braces in URLs, unless it is told not to.
    let globoff = match url.contains(['[', ']', '{', '}']) {
        true => "--globoff ",
        false => "",
    };
    let url = shell_quoted(url);
    let header = match credential {
        Credential::Proxy => return format!("curl {globoff}{url}\n"),
        Credential::Masked => format!("\"Authorization: Bearer ${KEY_VARIABLE}\""),
        Credential::Revealed(key) => {
            shell_quoted(&format!("Authorization: Bearer {}", key.reveal()))
        }
    };
    format!("curl {globoff}{url} \\\n  -H {header}\n")
}

fn python(url: &str, with_key: bool) -> String {
    match with_key {
        true => format!(
            r#"import os
from urllib.request import Request, urlopen

request = Request(
    {url},
    headers={{"Authorization": "Bearer " + os.environ["{KEY_VARIABLE}"]}},
)
with urlopen(request, timeout=60) as response:
    print(response.read().decode())
"#
        ),
        false => format!(
            r#"from urllib.request import urlopen

with urlopen({url}, timeout=60) as response:
    print(response.read().decode())
"#
        ),
    }
}

fn java_script(url: &str, with_key: bool) -> String {
    match with_key {
        true => format!(
            r#"// Node.js, as a module: request.mjs
const response = await fetch({url}, {{
  headers: {{ Authorization: `Bearer ${{process.env.{KEY_VARIABLE}}}` }},
}});
console.log(await response.text());
"#
        ),
        false => format!(
            r#"// Node.js, as a module: request.mjs
const response = await fetch({url});
console.log(await response.text());
"#
        ),
    }
}

fn rust(url: &str, with_key: bool) -> String {
    match with_key {
        true => format!(
            r#"// cargo add ureq@3
fn main() -> Result<(), Box<dyn std::error::Error>> {{
    let url = {url};
    let key = std::env::var("{KEY_VARIABLE}")?;
    let request = ureq::get(url).header("Authorization", format!("Bearer {{key}}"));
    let mut answer = request.call()?;
    println!("{{}}", answer.body_mut().read_to_string()?);
    Ok(())
}}
"#
        ),
        false => format!(
            r#"// cargo add ureq@3
fn main() -> Result<(), Box<dyn std::error::Error>> {{
    let url = {url};
    let request = ureq::get(url);
    let mut answer = request.call()?;
    println!("{{}}", answer.body_mut().read_to_string()?);
    Ok(())
}}
"#
        ),
    }
}

/// A word for the shell. Between single quotes, only a single quote has a meaning.
fn shell_quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// A text between double quotes, which is written alike in Python, JavaScript and Rust.
fn quoted(text: &str) -> String {
    let text = text.replace('\\', r"\\").replace('"', "\\\"");
    format!("\"{text}\"")
}
