//! Shell completions and manual pages.

use clap::{Args, Command};
use clap_complete::{Shell, generate};

use super::helping::own_words;
use super::manual::{Section, manual_page};
use super::shell_words::{fish_with_values, without_names, zsh_with_files};

/// Text for the manual page only, which keeps the help short.
const ENVIRONMENT: &str = "
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
    /// A command of that command, which is on the same page.
    #[arg(value_name = "COMMAND", hide = true)]
    inner: Option<String>,
}

impl CompletionsWords {
    /// Writes the completions of a command line.
    pub fn written(&self, mut command: Command) -> Vec<u8> {
        let mut out = Vec::new();
        match self.shell {
            Shell::Zsh => generate(self.shell, &mut without_names(&command), "ibid", &mut out),
            _ => generate(self.shell, &mut command, "ibid", &mut out),
        }
        let text = own_words(&String::from_utf8_lossy(&out));
        let text = match self.shell {
            Shell::Zsh => zsh_with_files(&text),
            Shell::Fish => fish_with_values(&text, &command),
            _ => text,
        };
        text.into_bytes()
    }
}

impl ManWords {
    /// Says which command has no page: what is named behind a command is one of its own.
    pub fn unfit(&self, command: &Command) -> Option<String> {
        let (about, inner) = (self.about.as_ref()?, self.inner.as_ref()?);
        let is_known = command.find_subcommand(about).is_some_and(|about| about.find_subcommand(inner).is_some());
        (!is_known).then(|| format!("ibid {about} has no command {inner}; see ibid man --help"))
    }

    /// Writes the manual page, in roff.
    pub fn written(&self, mut command: Command) -> Vec<u8> {
        command.build();
        let environment =
            Section { title: "ENVIRONMENT".to_owned(), text: ENVIRONMENT.trim_start_matches('\n').to_owned() };
        let page = match self.about.as_ref().and_then(|name| command.find_subcommand(name)) {
            Some(named) => manual_page(named, Vec::new()),
            None => manual_page(&command, vec![environment]),
        };
        own_words(&page).into_bytes()
    }
}
