//! Owns: a request as a program that sends it, in four languages, each quoted so that an address is never
//! more than a text there. Refuses: a key in any of them but cURL; the others read it from the environment.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::domain::deployment::api_key::ApiKey;

/// The variable that the programs read the key from.
pub const VARIABLE: &str = "KEYAPI_KEY";

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

/// What stands where the key goes.
#[derive(Clone, Copy, Debug)]
pub enum Credential<'k> {
    /// Nothing: a proxy adds the key.
    Proxys,
    /// The variable.
    Masked,
    /// The key itself, where the language is cURL; elsewhere the variable.
    Revealed(&'k ApiKey),
}

/// The program that asks for an address, which is one as browsers write them: ASCII without blanks.
#[must_use]
pub fn snippet(dialect: Dialect, url: &str, credential: Credential<'_>) -> String {
    let proxy = matches!(credential, Credential::Proxys);
    let url = match dialect {
        Dialect::Curl => shell(url),
        _ => quoted(url),
    };
    let parts: &[&str] = match (dialect, credential) {
        (Dialect::Curl, _) => return curl(&url, credential),
        (Dialect::Python, _) if proxy => &[
            "from urllib.request import urlopen\n\nwith urlopen(",
            &url,
            ", timeout=60) as response:\n    print(response.read().decode())\n",
        ],
        (Dialect::Python, _) => &[
            "import os\nfrom urllib.request import Request, urlopen\n\nrequest = Request(\n    ",
            &url,
            ",\n    headers={\"Authorization\": \"Bearer \" + os.environ[\"",
            VARIABLE,
            "\"]},\n)\nwith urlopen(request, timeout=60) as response:\n    \
             print(response.read().decode())\n",
        ],
        (Dialect::JavaScript, _) if proxy => &[
            "// Node.js, as a module: request.mjs\nconst response = await fetch(",
            &url,
            ");\nconsole.log(await response.text());\n",
        ],
        (Dialect::JavaScript, _) => &[
            "// Node.js, as a module: request.mjs\nconst response = await fetch(",
            &url,
            ", {\n  headers: { Authorization: `Bearer ${process.env.",
            VARIABLE,
            "}` },\n});\nconsole.log(await response.text());\n",
        ],
        (Dialect::Rust, _) => &[
            "// cargo add ureq@3\nfn main() -> Result<(), Box<dyn std::error::Error>> {\n    let url = ",
            &url,
            match proxy {
                true => ";\n    let request = ureq::get(url);\n",
                false => {
                    ";\n    let key = std::env::var(\"KEYAPI_KEY\")?;\n    let request = \
                     ureq::get(url).header(\"Authorization\", format!(\"Bearer {key}\"));\n"
                }
            },
            "    let mut answer = request.call()?;\n    \
             println!(\"{}\", answer.body_mut().read_to_string()?);\n    Ok(())\n}\n",
        ],
    };
    parts.concat()
}

fn curl(url: &str, credential: Credential<'_>) -> String {
    // cURL takes brackets and braces for lists of addresses, unless told that they are none.
    let globs = url.contains(['[', ']', '{', '}']);
    let header = match credential {
        Credential::Proxys => String::new(),
        Credential::Masked => ["\"Authorization: Bearer $", VARIABLE, "\""].concat(),
        Credential::Revealed(key) => shell(&["Authorization: Bearer ", key.reveal()].concat()),
    };
    let joint = if header.is_empty() { "" } else { " \\\n  -H " };
    let globoff = if globs { "--globoff " } else { "" };
    ["curl ", globoff, url, joint, &header, "\n"].concat()
}

/// A word of the shell: between single quotes everything but one of them stands for itself.
fn shell(text: &str) -> String {
    ["'", &text.replace('\'', r"'\''"), "'"].concat()
}

/// A text between double quotes, alike in Python, JavaScript and Rust.
fn quoted(text: &str) -> String {
    let text = text.replace('\\', r"\\").replace('"', "\\\"");
    ["\"", &text, "\""].concat()
}
