//! A request as code in several languages. URLs are quoted so that no language takes a part of them for code. Only cURL
//! for bash can contain the key; the other programs read it from an environment variable.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::quoting;
use crate::domain::deployment::api_key::ApiKey;

/// The environment variable with the key.
pub const KEY_VARIABLE: &str = "KEYAPI_KEY";

/// A shell or a programming language. Its text is its code.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, IntoStaticStr, EnumString, VariantArray)]
#[strum(const_into_str, serialize_all = "lowercase")]
pub enum Dialect {
    #[default]
    Bash,
    /// For the prompt of Windows' `cmd.exe`, which splits a command at the `&` of a URL that is quoted as for bash.
    Cmd,
    PowerShell,
    Python,
    /// For Node.js, as a module.
    JavaScript,
    Rust,
}

impl Dialect {
    /// Its name, which no language translates.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Bash => "cURL (bash)",
            Self::Cmd => "cURL (cmd)",
            Self::PowerShell => "PowerShell",
            Self::Python => "Python",
            Self::JavaScript => "JavaScript",
            Self::Rust => "Rust",
        }
    }
}

/// What the code has for the key.
#[derive(Clone, Copy, Debug)]
pub enum Credential<'k> {
    /// Nothing: a proxy adds the key.
    Proxy,
    /// The environment variable.
    Masked,
    /// The key itself in cURL for bash, the environment variable in the other languages.
    Revealed(&'k ApiKey),
}

/// The code that requests a URL, which is in the form that browsers write: ASCII without spaces.
#[must_use]
pub fn snippet(dialect: Dialect, url: &str, credential: Credential<'_>) -> String {
    let with_key = !matches!(credential, Credential::Proxy);
    match dialect {
        Dialect::Bash => bash(url, credential),
        Dialect::Cmd => cmd(url, with_key),
        Dialect::PowerShell => power_shell(url, with_key),
        Dialect::Python => python(&quoting::string_literal(url), with_key),
        Dialect::JavaScript => java_script(&quoting::string_literal(url), with_key),
        Dialect::Rust => rust(&quoting::string_literal(url), with_key),
    }
}

/// cURL expands brackets and braces in URLs, unless it is told not to.
fn globoff(url: &str) -> &'static str {
    match url.contains(['[', ']', '{', '}']) {
        true => "--globoff ",
        false => "",
    }
}

fn bash(url: &str, credential: Credential<'_>) -> String {
    let (globoff, url) = (globoff(url), quoting::posix(url));
    let header = match credential {
        Credential::Proxy => return format!("curl {globoff}{url}\n"),
        Credential::Masked => format!("\"Authorization: Bearer ${KEY_VARIABLE}\""),
        Credential::Revealed(key) => {
            quoting::posix(&format!("Authorization: Bearer {}", key.reveal()))
        }
    };
    format!("curl {globoff}{url} \\\n  -H {header}\n")
}

fn cmd(url: &str, with_key: bool) -> String {
    let (globoff, url) = (globoff(url), quoting::cmd(url));
    match with_key {
        true => format!("curl {globoff}{url} -H \"Authorization: Bearer %{KEY_VARIABLE}%\"\n"),
        false => format!("curl {globoff}{url}\n"),
    }
}

/// PowerShell's own command: Windows' PowerShell passes quotes to other programs wrongly.
fn power_shell(url: &str, with_key: bool) -> String {
    let url = quoting::power_shell(url);
    let headers = match with_key {
        true => format!(" -Headers @{{ Authorization = \"Bearer $env:{KEY_VARIABLE}\" }}"),
        false => String::new(),
    };
    format!("Invoke-RestMethod -Uri {url}{headers} | ConvertTo-Json -Depth 10\n")
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
