//! Error messages for invalid command lines.

use anyhow::anyhow;
use clap::error::ErrorKind;

/// Turns the parser's message of several lines into one sentence.
pub fn refusal(error: &clap::Error) -> anyhow::Error {
    let text = error.render().to_string();
    let mut parts = text.trim_start_matches("error: ").split("\n\n").map(str::trim);
    let first = parts.next().unwrap_or_default();
    let tip = parts.find_map(|part| part.strip_prefix("tip: ")).map(|tip| format!("; {tip}")).unwrap_or_default();
    let said = match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "a subcommand is missing".to_owned(),
        _ => format!("{first}{tip}"),
    };
    anyhow!("{}; see {} --help", said.split_whitespace().collect::<Vec<_>>().join(" "), called(&text))
}

/// The command that an error message refers to.
fn called(text: &str) -> String {
    let usage = text.lines().find_map(|line| line.trim().strip_prefix("Usage: ")).unwrap_or("ibid");
    let is_name = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase());
    let names: Vec<&str> = usage.split_whitespace().take_while(is_name).collect();
    if names.is_empty() { "ibid".to_owned() } else { names.join(" ") }
}
