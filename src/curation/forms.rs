//! The formats in which engines write clusters: which column of a row names its cluster.

/// Under which names engines write the cluster of a row: passim, splink, datatrove, and others.
const CLUSTERS: &[&str] = &["cluster", "cluster_id", "__cluster__", "minhash_cluster", "dup_cluster"];
/// Where else they may be: in an object inside the row.
const INSIDE: &str = "metadata.";
/// Under which names they write the two ids of a pair: splink, passim pair by pair, GraphFrames, and plain lists.
const PAIRS: &[(&str, &str)] = &[
    ("unique_id_l", "unique_id_r"),
    ("id_l", "id_r"),
    ("uid", "uid2"),
    ("id1", "id2"),
    ("id_1", "id_2"),
    ("id_a", "id_b"),
    ("left", "right"),
    ("left_id", "right_id"),
    ("a", "b"),
    ("id", "id2"),
    ("src", "dst"),
];
/// The names of the probability of a pair. A pair that is less likely than not joins nothing.
const SCORES: &[&str] = &["clerical_match_score", "match_probability"];
const LIKELY: f64 = 0.5;
/// The names of the id of a row.
const IDS: &[&str] = &["id", "uid", "doc_id", "docid", "document_id", "unique_id", "_id", "guid", "url"];
/// The names of what a row says: a first row with one of these is a heading and not a pair of ids.
const TEXTS: &[&str] = &["text", "title", "headline", "body", "content", "source", "date"];

/// The columns that the reader names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// That of the cluster.
    pub cluster: Option<String>,
    /// That of the id.
    pub id: Option<String>,
}

/// How the rows of a file say what belongs together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// Each row is a text, with its cluster under this name.
    Clustered(String),
    /// Each row is a pair of ids under these names.
    Paired(String, String),
    /// Each row is a pair of ids, and the first row is one, too.
    Bare,
}

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The text of this id is of a cluster.
    Member {
        /// The cluster's name.
        cluster: String,
        /// The text's, where the row has one.
        id: Option<String>,
    },
    /// These two belong together.
    Pair(String, String),
    /// Nothing: the text is in no cluster, the pair is not likely.
    Nothing,
}

impl Form {
    /// Tells the form from the names in a row; `has` says whether one is there, also inside another, as `metadata.minhash_cluster`.
    ///
    /// # Errors
    ///
    /// Says what was expected.
    pub fn of(columns: &Columns, names: &[&str], has: &dyn Fn(&str) -> bool) -> Result<Self, String> {
        if let Some(named) = &columns.cluster {
            return match has(named) {
                true => Ok(Form::Clustered(named.clone())),
                false => Err(format!("has no \"{named}\"; it has {}", listed(names))),
            };
        }
        let inside = CLUSTERS.iter().map(|name| format!("{INSIDE}{name}"));
        if let Some(known) = CLUSTERS.iter().map(|name| (*name).to_owned()).chain(inside).find(|name| has(name)) {
            return Ok(Form::Clustered(known));
        }
        if let Some((left, right)) = PAIRS.iter().find(|(left, right)| has(left) && has(right)) {
            return Ok(Form::Paired((*left).to_owned(), (*right).to_owned()));
        }
        let is_heading = |name: &&str| IDS.iter().chain(TEXTS).any(|known| name.eq_ignore_ascii_case(known));
        if names.len() == 2 && !names.iter().any(|name| name.contains(' ') || is_heading(name)) {
            return Ok(Form::Bare);
        }
        Err(Self::unknown(names))
    }

    /// Returns that no name is a known cluster column.
    pub fn unknown(names: &[&str]) -> String {
        format!("has no known cluster column; name it with --cluster KEY (columns: {})", listed(names))
    }

    /// What a row tells; `read` gives what stands under a name.
    pub fn read(&self, columns: &Columns, read: &dyn Fn(&str) -> Option<String>) -> Told {
        match self {
            Form::Clustered(key) => match read(key).filter(|cluster| !is_none(cluster)) {
                Some(cluster) => Told::Member { cluster, id: id(columns, read) },
                None => Told::Nothing,
            },
            Form::Paired(left, right) => {
                let unlikely = |name: &&str| read(name)?.parse::<f64>().ok().map(|score| score < LIKELY);
                if SCORES.iter().find_map(unlikely) == Some(true) {
                    return Told::Nothing;
                }
                read(left).zip(read(right)).map_or(Told::Nothing, |(left, right)| Told::Pair(left, right))
            }
            Form::Bare => read("0").zip(read("1")).map_or(Told::Nothing, |(left, right)| Told::Pair(left, right)),
        }
    }
}

fn listed(names: &[&str]) -> String {
    names.iter().take(12).copied().collect::<Vec<_>>().join(", ")
}

/// Whether a cluster's name is none: engines and tables write so what stands alone.
fn is_none(cluster: &str) -> bool {
    const NONE: &[&str] = &["", "-1", "-1.0", "null", "none", "nan", "na", "n/a", "<na>", "\\n"];
    NONE.iter().any(|none| cluster.eq_ignore_ascii_case(none))
}

/// The id of a row. A passage of passim is known by its text and where it stands in it.
pub fn id(columns: &Columns, read: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    if let Some(named) = &columns.id {
        return read(named);
    }
    let known = IDS.iter().find_map(|name| read(name).map(|id| (*name, id)))?;
    match (known, read("begin"), read("end")) {
        (("uid", uid), Some(begin), Some(end)) => Some(format!("{uid}:{begin}-{end}")),
        ((_, id), ..) => Some(id),
    }
}
