//! The commits that changed a path, as git lists them.

use super::git_log::GitVersion;

/// How git writes each commit.
pub const FORMAT: &str = "--format=%x01%H%x00%P%x00%ct%x00%ad%x00%an%x00%s";
/// What each begins with.
const PARTED: char = '\u{1}';

/// A commit that changed a path, as git lists it.
#[derive(Debug)]
pub struct ListedCommit {
    /// The version, without its path and its parents.
    pub version: GitVersion,
    /// Its commit.
    pub commit: String,
    /// The nearest older commits that changed the path.
    pub before: Vec<String>,
    /// When it was committed, in seconds.
    pub time: u64,
}

/// Reads git's list.
pub fn listed(told: &str) -> Vec<ListedCommit> {
    let each = told.split(PARTED).skip(1).map(|chunk| {
        let mut fields = chunk.split('\0').map(|field| field.trim_matches('\n'));
        let mut next = || fields.next().unwrap_or_default().to_owned();
        let (commit, before, time) = (next(), next(), next());
        let (date, author, message) = (next(), next(), next());
        let version =
            GitVersion { commit: Some(commit.clone()), date, author, message, path: None, parents: Vec::new() };
        let before = before.split_whitespace().map(str::to_owned).collect();
        ListedCommit { version, commit, before, time: time.parse().unwrap_or(0) }
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn what_git_prints_is_read() {
        let printed = "\u{1}aa11\0bb22 cc33\x0017\0day\0Ann Lee\0Second draft\n\u{1}bb22\0\x009\0day\0Bo\0\n";
        let all = listed(printed);
        let told: Vec<(&str, Vec<&str>, u64)> = all
            .iter()
            .map(|it| (it.commit.as_str(), it.before.iter().map(String::as_str).collect(), it.time))
            .collect();
        assert_eq!(told, [("aa11", vec!["bb22", "cc33"], 17), ("bb22", vec![], 9)]);
        let words: Vec<[&str; 2]> = all.iter().map(|it| [&*it.version.author, &*it.version.message]).collect();
        assert_eq!(words, [["Ann Lee", "Second draft"], ["Bo", ""]]);
    }
}
