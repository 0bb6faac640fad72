//! What the parser's completions lack: in zsh files beside commands, in fish the values of arguments.

use clap::{Arg, Command};

/// The commands of zsh, and files where no command is named.
const ZSH_FILES: &str = "\
(( $+functions[_ibid_names] )) ||
_ibid_names() {
    _alternative 'commands:ibid command:_ibid_commands' 'files:file:_files'
}

";

/// The same command without the names that may be there in place of a command. zsh would take a command for one of them.
pub(super) fn without_names(command: &Command) -> Command {
    let options = command.get_arguments().filter(|argument| !argument.is_positional()).cloned();
    let bare = Command::new("ibid").version(env!("CARGO_PKG_VERSION")).args(options);
    bare.subcommands(command.get_subcommands().cloned())
}

/// Completions of zsh that offer files beside commands, and files and the options again behind a file.
pub(super) fn zsh_with_files(text: &str) -> String {
    const COMMANDS: &str = "\":: :_ibid_commands\" \\\n";
    const END: &str = "\n        esac\n    ;;\nesac\n}\n";
    const ENTRY: &str = "(( $+functions[_ibid_commands] )) ||\n";
    let Some((head, rest)) = text.split_once(COMMANDS) else { return text.to_owned() };
    let options = head.rfind("    _arguments").and_then(|from| head.get(from..)).unwrap_or_default();
    let Some((cases, behind)) = rest.split_once(END) else { return text.to_owned() };
    let files = format!("\n(*)\n{options}'*:file:_files' \\\n&& ret=0\n;;");
    let text = format!("{head}\":: :_ibid_names\" \\\n{cases}{files}{END}{behind}");
    text.replacen(ENTRY, &format!("{ZSH_FILES}{ENTRY}"), 1)
}

/// Completions of fish with the values of arguments that are no options, and with the commands that `help` describes.
pub(super) fn fish_with_values(text: &str, command: &Command) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        // `help` itself is among the names after which it offers none.
        let line = match line.split_once(" help\" -f -a ") {
            Some((head, rest)) if head.contains("subcommand help; and not ") => format!("{head}\" -f -a {rest}"),
            _ => line.to_owned(),
        };
        out.push_str(&line);
        out.push('\n');
    }
    for outer in command.get_subcommands() {
        let condition = format!("__fish_ibid_using_subcommand {}", outer.get_name());
        values_of(outer, &condition, &mut out);
        for inner in outer.get_subcommands() {
            values_of(inner, &format!("{condition}; and __fish_seen_subcommand_from {}", inner.get_name()), &mut out);
        }
    }
    out
}

/// Adds the values of the first argument of a command, until one of them is given.
fn values_of(command: &Command, condition: &str, out: &mut String) {
    let Some(first) = command.get_positionals().next() else { return };
    let names: Vec<String> = names(first);
    if !names.is_empty() {
        // The command itself is on the line too.
        let seen: Vec<&str> = names.iter().map(String::as_str).filter(|name| *name != command.get_name()).collect();
        let (seen, names) = (seen.join(" "), names.join(" "));
        out.push_str(&format!(
            "complete -c ibid -n \"{condition}; and not __fish_seen_subcommand_from {seen}\" -f -a \"{names}\"\n"
        ));
    }
}

fn names(argument: &Arg) -> Vec<String> {
    argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::{fish_with_values, without_names, zsh_with_files};
    use crate::cli::CommandLine;

    fn written(shell: clap_complete::Shell) -> String {
        let mut out = Vec::new();
        let mut command = CommandLine::command();
        if shell == clap_complete::Shell::Zsh {
            command = without_names(&command);
        }
        clap_complete::generate(shell, &mut command, "ibid", &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn zsh_takes_the_first_word_for_the_command_and_offers_files_beside_commands() {
        let text = zsh_with_files(&written(clap_complete::Shell::Zsh));
        let root = text.split("case $line[1] in").next().unwrap();
        assert!(root.contains("\":: :_ibid_names\""), "{root}");
        assert!(!root.contains("'::names"), "{root}");
        assert!(text.contains("_ibid_names() {"));
        assert!(!text.contains("$line[2]"));
        let files = text.split("\n(*)\n").nth(1).unwrap();
        assert!(files.contains("'--theme=[") && files.contains("'*:file:_files'"), "{files}");
    }

    #[test]
    fn fish_offers_the_values_of_arguments() {
        let text = fish_with_values(&written(clap_complete::Shell::Fish), &CommandLine::command());
        let values = |condition: &str, value: &str| {
            text.lines().any(|line| line.contains(condition) && line.contains("-f -a") && line.contains(value))
        };
        assert!(values("using_subcommand completions;", "bash"));
        assert!(values("using_subcommand man;", "diff"));
        assert!(values("using_subcommand decisions; and __fish_seen_subcommand_from export;", "splink"));
        let help = text.lines().find(|line| line.contains("using_subcommand help;")).unwrap();
        assert!(!help.contains("man help\""), "{help}");
    }
}
