//! A request as code: it is valid in its language, requests the URL and nothing else, and has the key only
//! if that was chosen.
#![cfg(not(target_arch = "wasm32"))]

use std::io::Write;
use std::process::{Command, Stdio};

use clipcart::domain::deployment::api_key::ApiKey;
use clipcart::domain::developer::snippet::{Credential, Dialect, KEY_VARIABLE, snippet};
use proptest::prelude::*;
use strum::VariantArray;

#[path = "snippet/windows.rs"]
mod windows;

const URL: &str = "https://api.keyapi.ai/v1/tiktok/video/products/analytics?video_ids=7521783049722285367&page_num=1&page_size=10";

/// URLs that a deployment may have, each with something that has a meaning in one of the languages.
const ADDRESSES: [&str; 8] = [
    URL,
    "https://proxy.example/it's/a$HOME/`id`?a=1&b=2",
    "https://proxy.example/\"quoted\"/\\back\\?a=%20",
    "http://[::1]:8080/api?video_ids=1,2",
    "https://proxy.example/${process.env}/{0}/#{1}?a",
    "https://proxy.example/'''/;id/&?a",
    "https://proxy.example/%PATH%?a=%2C^%3D&b=%PATH%",
    "https://proxy.example/a^b|c>d<e(f)!g?h=1&i=%",
];

fn key() -> ApiKey {
    ApiKey::new("o'brien\"$HOME`\\x").unwrap()
}

/// Runs a program with a text as its standard input, and returns its output.
fn run(program: &str, arguments: &[&str], input: &str) -> String {
    let mut child = Command::new(program)
        .args(arguments)
        .env(KEY_VARIABLE, "the key of the environment")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(input.as_bytes()).unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {said}\n{input}");
    String::from_utf8(output.stdout).unwrap()
}

/// The words that the shell reads from a command that starts with `curl`, one per line.
fn words(command: &str) -> Vec<String> {
    let script = format!("curl() {{ printf '%s\\n' \"$@\"; }}\n{command}");
    let said = run("sh", &[], &script);
    said.lines().map(str::to_owned).collect()
}

#[test]
fn the_texts() {
    let masked = Credential::Masked;
    assert_eq!(
        snippet(Dialect::Bash, URL, masked),
        format!("curl '{URL}' \\\n  -H \"Authorization: Bearer $KEYAPI_KEY\"\n")
    );
    assert_eq!(
        snippet(Dialect::Bash, URL, Credential::Proxy),
        format!("curl '{URL}'\n")
    );
    assert_eq!(
        snippet(Dialect::Cmd, URL, masked),
        format!("curl \"{URL}\" -H \"Authorization: Bearer %KEYAPI_KEY%\"\n")
    );
    assert_eq!(
        snippet(Dialect::Cmd, URL, Credential::Proxy),
        format!("curl \"{URL}\"\n")
    );
    let headers = "-Headers @{ Authorization = \"Bearer $env:KEYAPI_KEY\" }";
    assert_eq!(
        snippet(Dialect::PowerShell, URL, masked),
        format!("Invoke-RestMethod -Uri '{URL}' {headers} | ConvertTo-Json -Depth 10\n")
    );
    assert_eq!(
        snippet(Dialect::PowerShell, URL, Credential::Proxy),
        format!("Invoke-RestMethod -Uri '{URL}' | ConvertTo-Json -Depth 10\n")
    );
    let python = snippet(Dialect::Python, URL, masked);
    assert!(
        python.contains("\"Bearer \" + os.environ[\"KEYAPI_KEY\"]"),
        "{python}"
    );
    let javascript = snippet(Dialect::JavaScript, URL, masked);
    assert!(
        javascript.contains("`Bearer ${process.env.KEYAPI_KEY}`"),
        "{javascript}"
    );
    let rust = snippet(Dialect::Rust, URL, masked);
    assert!(
        rust.contains("let key = std::env::var(\"KEYAPI_KEY\")?;"),
        "{rust}"
    );
}

#[test]
fn the_shell_reads_the_url_and_the_header() {
    for url in ADDRESSES {
        for (credential, sent) in [
            (Credential::Proxy, None),
            (Credential::Masked, Some("the key of the environment")),
            (Credential::Revealed(&key()), Some(key().reveal())),
        ] {
            let mut words = words(&snippet(Dialect::Bash, url, credential));
            words.retain(|word| word != "--globoff");
            let mut expected = vec![url.to_owned()];
            if let Some(sent) = sent {
                expected.extend(["-H".to_owned(), format!("Authorization: Bearer {sent}")]);
            }
            assert_eq!(words, expected);
        }
    }
}

#[test]
fn curl_does_not_expand_urls() {
    for url in ADDRESSES {
        for dialect in [Dialect::Bash, Dialect::Cmd] {
            let globoff = snippet(dialect, url, Credential::Masked).contains("--globoff");
            assert_eq!(globoff, url.contains(['[', '{']), "{url}");
        }
    }
}

/// What the prompt of `cmd.exe` starts, if every name that a variable can have is one.
fn started_by_cmd(url: &str, credential: Credential) -> Vec<String> {
    let variable = |name: &str| match name {
        KEY_VARIABLE => Some("the key of the environment".to_owned()),
        "" => None,
        name => (!name.starts_with('^')).then(|| "expanded".to_owned()),
    };
    let line = snippet(Dialect::Cmd, url, credential);
    let mut words = windows::arguments(&line, variable).unwrap_or_else(|at| panic!("{at}: {line}"));
    assert_eq!(words.remove(0), "curl");
    words.retain(|word| word != "--globoff");
    words
}

#[test]
fn the_prompt_of_windows_reads_the_url_and_the_header() {
    for url in ADDRESSES {
        assert_eq!(started_by_cmd(url, Credential::Proxy), [url]);
        let header = "Authorization: Bearer the key of the environment";
        assert_eq!(started_by_cmd(url, Credential::Masked), [url, "-H", header]);
    }
}

/// The string in single quotes after `-Uri`, in which two quotes are one.
fn read_by_power_shell(url: &str) -> String {
    let line = snippet(Dialect::PowerShell, url, Credential::Masked);
    let quoted = line.strip_prefix("Invoke-RestMethod -Uri '").unwrap();
    let quoted = quoted.replace("''", "\0");
    let (read, rest) = quoted.split_once('\'').unwrap();
    assert!(rest.starts_with(" -Headers @{ "), "{line}");
    read.replace('\0', "'")
}

#[test]
fn power_shell_reads_the_url() {
    for url in ADDRESSES {
        assert_eq!(read_by_power_shell(url), url);
    }
}

/// Runs Python, with network access replaced by printing.
#[test]
fn python_requests_the_url_with_the_header() {
    const STAGE: &str = "
import io, sys, urllib.request
def said(request, timeout):
    plain = isinstance(request, str)
    lines = [request] if plain else [request.full_url, request.get_header('Authorization')]
    return io.BytesIO('\\n'.join(lines).encode())
urllib.request.urlopen = said
class Kept:
    def __init__(self, url, headers):
        self.full_url, self.headers = url, headers
    def get_header(self, name):
        return self.headers[name]
urllib.request.Request = Kept
exec(compile(sys.stdin.read(), 'snippet', 'exec'))
";
    for url in ADDRESSES {
        for (credential, expected) in [
            (Credential::Proxy, format!("{url}\n")),
            (
                Credential::Masked,
                format!("{url}\nBearer the key of the environment\n"),
            ),
        ] {
            let program = snippet(Dialect::Python, url, credential);
            assert_eq!(run("python3", &["-c", STAGE], &program), expected);
        }
    }
}

#[test]
fn node_requests_the_url_with_the_header() {
    const STAGE: &str = "
globalThis.fetch = async (url, options) => ({
  text: async () => [url, options?.headers.Authorization].join('\\n'),
});
";
    for url in ADDRESSES {
        for (credential, sent) in [
            (Credential::Proxy, ""),
            (Credential::Masked, "Bearer the key of the environment"),
        ] {
            let program = snippet(Dialect::JavaScript, url, credential);
            let program = format!("{STAGE}{program}");
            let said = run("node", &["--input-type=module", "-"], &program);
            assert_eq!(said, format!("{url}\n{sent}\n"));
        }
    }
}

/// Checked with rustfmt, which parses it with the compiler's parser.
#[test]
fn rust_is_formatted_rust() {
    for url in ADDRESSES {
        for credential in [Credential::Proxy, Credential::Masked] {
            let program = snippet(Dialect::Rust, url, credential);
            let formatted = run(
                "rustfmt",
                &["--edition", "2024", "--emit", "stdout"],
                &program,
            );
            assert_eq!(formatted, program);
        }
    }
}

proptest! {
    // Each case takes a process for the shell, so there are fewer cases.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_url_and_every_key_is_one_shell_word(
        url in "[!-~]{1,60}",
        key in "[!-~]{1,40}",
    ) {
        let mut expected = vec![url.clone()];
        let key = ApiKey::new(&key);
        if let Some(key) = &key {
            expected.extend(["-H".to_owned(), format!("Authorization: Bearer {}", key.reveal())]);
        }
        let credential = key.as_ref().map_or(Credential::Proxy, Credential::Revealed);
        let mut words = words(&snippet(Dialect::Bash, &url, credential));
        if words.first().is_some_and(|word| word == "--globoff") && url != "--globoff" {
            words.remove(0);
        }
        prop_assert_eq!(words, expected);
    }
}

proptest! {
    #[test]
    fn every_url_is_one_argument_on_windows(url in "[!-~]{1,60}") {
        prop_assume!(url != "--globoff");
        prop_assert_eq!(started_by_cmd(&url, Credential::Proxy), [url.as_str()]);
        prop_assert_eq!(&started_by_cmd(&url, Credential::Masked)[0], &url);
        prop_assert_eq!(read_by_power_shell(&url), url);
    }

    #[test]
    fn only_bash_contains_the_key(key in "[!-~]{12,40}") {
        // No part of the code may equal the key by chance.
        let Some(key) = ApiKey::new(&format!("canary{key}")) else { return Ok(()) };
        for dialect in Dialect::VARIANTS.iter().copied() {
            let masked = snippet(dialect, URL, Credential::Masked);
            prop_assert!(!masked.contains("canary"));
            let revealed = snippet(dialect, URL, Credential::Revealed(&key));
            prop_assert_eq!(revealed.contains("canary"), dialect == Dialect::Bash);
            prop_assert!(masked.contains(KEY_VARIABLE));
            let proxys = snippet(dialect, URL, Credential::Proxy);
            prop_assert!(!proxys.contains(KEY_VARIABLE) && !proxys.contains("Authorization"));
        }
    }

    /// In the three languages with the same quotes, the URL is what is between the first double quotes.
    #[test]
    fn quotes_keep_any_text(url in "[!-~]{0,60}") {
        for dialect in [Dialect::Python, Dialect::JavaScript, Dialect::Rust] {
            let program = snippet(dialect, &url, Credential::Proxy);
            let (_, rest) = program.split_once('"').unwrap();
            let mut read = String::new();
            let mut rest = rest.chars();
            loop {
                match rest.next() {
                    Some('\\') => read.extend(rest.next()),
                    Some('"') | None => break,
                    Some(c) => read.push(c),
                }
            }
            prop_assert_eq!(&read, &url);
        }
    }
}
