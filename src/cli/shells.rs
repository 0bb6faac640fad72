//! Shell completions and manual pages.

use std::io;

use super::helping::own_words;
use clap::builder::StyledStr;
use clap::{Args, Command};
use clap_complete::{Shell, generate};
use clap_mangen::Man;

/// Text for the manual page only, which keeps the help short.
const ENVIRONMENT: &str = "\
NO_COLOR         if not empty, no colours, unless --color=always
COLORFGBG        the background, for --theme=auto; else the terminal is asked
COLORTERM, TERM  how many colours the terminal has; TERM=dumb prints the report
IBID_LARGEST     the largest text to read, in megabytes (default 64)
VISUAL, EDITOR   the editor
XDG_CONFIG_HOME  folder of ibid/config.toml, rules.toml and theme.toml
                 (default ~/.config)
XDG_STATE_HOME   folder of ibid/notes.toml, reviewed and sets/
                 (default ~/.local/state)";

const EXAMPLES: &str = "\
Examples:
  ibid completions bash >~/.local/share/bash-completion/completions/ibid
  ibid completions fish >~/.config/fish/completions/ibid.fish
";

const MAN_EXAMPLES: &str = "\
Examples:
  ibid man | man -l -         read the manual page
  ibid man diff | man -l -    read the page of a command
";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES)]
pub struct CompletionsWords {
    /// Shell: bash, zsh, fish, elvish, powershell.
    #[arg(value_enum, hide_possible_values = true, value_name = "SHELL")]
    shell: Shell,
}

#[derive(Debug, Args)]
#[command(before_help = MAN_EXAMPLES)]
pub struct ManWords {
    /// A command; without one, the page of the program.
    #[arg(value_name = "COMMAND", value_parser = ["report", "text", "kinds", "clean", "rules", "config", "clusters", "pairs", "decisions", "notes", "diff", "log", "blame", "merge", "completions", "man"], hide_possible_values = true)]
    about: Option<String>,
}

impl CompletionsWords {
    /// Writes the completions of a command line.
    pub fn written(&self, mut command: Command) -> Vec<u8> {
        let mut out = Vec::new();
        generate(self.shell, &mut command, "ibid", &mut out);
        own_words(&String::from_utf8_lossy(&out)).into_bytes()
    }
}

impl ManWords {
    /// Writes the manual page, in roff.
    pub fn written(&self, mut command: Command) -> Vec<u8> {
        command.build();
        let named = self.about.as_ref().and_then(|name| command.find_subcommand(name)).cloned();
        let mut out = Vec::new();
        // Writing into memory cannot fail.
        let _ = page(named.unwrap_or(command), &mut out);
        own_words(&String::from_utf8_lossy(&out)).into_bytes()
    }
}

fn page(command: Command, out: &mut Vec<u8>) -> io::Result<()> {
    let name = command.get_bin_name().unwrap_or("ibid").replace(' ', "-");
    let said = |text: Option<&StyledStr>| text.map(ToString::to_string);
    let (examples, notes) = (said(command.get_before_help()), said(command.get_after_help()));
    let mut ending: Vec<(&str, String)> = notes.map(|text| ("NOTES", text)).into_iter().collect();
    ending.extend((!name.contains('-')).then(|| ("ENVIRONMENT", ENVIRONMENT.to_owned())));
    ending.extend(examples.map(|text| ("EXAMPLES", text.trim_start_matches("Examples:\n").to_owned())));
    let man = Man::new(command.after_help(None::<&str>));
    man.render(out)?;
    for (title, text) in ending {
        out.extend_from_slice(format!(".SH {title}\n.nf\n{}.fi\n", plain(&text)).as_bytes());
    }
    Ok(())
}

/// Writes literal lines.
fn plain(text: &str) -> String {
    let line = |line: &str| format!("\\&{}\n", line.replace('\\', "\\e").replace('-', "\\-"));
    text.lines().map(line).collect()
}
