//! A stage: a folder of its own with articles and rules, on which the program is run.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::rc::Rc;

use serde_json::Value;
use tempfile::{TempDir, tempdir};

/// Two invented articles that share their second and third paragraphs, in another order, and an appeal.
pub const LEFT: &str = "\
Harbour council meets.

The old ferry between Lunn and Orrin will sail again from Monday, its owners announced after a long winter of repairs.

Fishermen had complained for months that the crossing by road takes them more than three hours every single morning.

Please support our newsroom with a small gift today.
";
pub const RIGHT: &str = "\
Fishermen had complained for months that the crossing by road takes them almost three hours every single morning.

The old ferry between Lunn and Orrin will sail again from Monday, its owners announced after a long winter of repairs.

Tickets cost as much as before.

Please support our newsroom with a small gift today.
";
/// A rule that hides the appeal.
pub const APPEAL: &str = "\
[[rule]]
id = \"appeal\"
name = \"appeal\"
match = { kind = \"begins\", unit = \"paragraph\", text = \"please support our newsroom\" }
scope = \"everywhere\"
enabled = true
";

/// A folder with articles and a configuration, gone with the last clone.
#[derive(Clone)]
pub struct Stage {
    folder: Rc<TempDir>,
}

/// What came of a run.
#[derive(Debug)]
pub struct Ran {
    pub status: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Stage {
    /// A stage with nothing on it.
    pub fn bare() -> Self {
        Self { folder: Rc::new(tempdir().unwrap()) }
    }

    /// A stage with the two articles `left.txt` and `right.txt`.
    pub fn set() -> Self {
        Self::bare().file("left.txt", LEFT).file("right.txt", RIGHT)
    }

    pub fn file(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Gives where the program keeps its rules here.
    pub fn rules(&self) -> PathBuf {
        self.path(".config").join("ibid").join("rules.toml")
    }

    /// Gives where the program looks for changes of its looks here.
    #[cfg(unix)]
    pub fn theme(&self) -> PathBuf {
        self.rules().with_file_name("theme.toml")
    }

    #[cfg(unix)]
    pub fn with_theme(self, text: &str) -> Self {
        fs::create_dir_all(self.theme().parent().unwrap()).unwrap();
        fs::write(self.theme(), text).unwrap();
        self
    }

    pub fn with_rules(self, text: &str) -> Self {
        fs::create_dir_all(self.rules().parent().unwrap()).unwrap();
        fs::write(self.rules(), text).unwrap();
        self
    }

    /// Gives the environment in which nothing but this folder can be found.
    pub fn environment(&self) -> [(&'static str, PathBuf); 5] {
        let [settings, state] = [self.path(".config"), self.path(".state")];
        [
            ("HOME", self.path("")),
            ("XDG_CONFIG_HOME", settings.clone()),
            ("XDG_STATE_HOME", state.clone()),
            ("APPDATA", settings),
            ("LOCALAPPDATA", state),
        ]
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
        command.args(arguments).current_dir(self.folder()).envs(self.environment());
        command.env_remove("NO_COLOR").env_remove("COLORFGBG").stdin(Stdio::null());
        command
    }

    /// Gives any other program to be run here; `$IBID` is this one.
    #[cfg(unix)]
    pub fn command_of(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(self.folder()).envs(self.environment());
        command.env("IBID", env!("CARGO_BIN_EXE_ibid")).stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(arguments).output().unwrap())
    }

    pub fn run_with(&self, arguments: &[&str], stdin: &[u8]) -> Ran {
        let mut command = self.command(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(stdin).unwrap();
        Ran::of(child.wait_with_output().unwrap())
    }
}

impl Ran {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}
