//! A decision: what somebody says of two texts of a cluster, of one, or of two clusters. The form in which decisions are kept is published
//! in `assets/decisions.schema.json`.

/// The version of the form.
pub const DECISIONS_VERSION: u32 = 1;

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judgement {
    /// The two texts belong together.
    Same,
    /// They do not.
    Different,
    /// It cannot be told.
    Unsure,
    /// The text represents its cluster.
    Keep,
    /// The text is to go.
    Drop,
    /// The text leaves the cluster.
    Split,
    /// The cluster and the one named second are one.
    Merge,
    /// What was decided before is taken back.
    Open,
}

/// How two texts that belong together are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// They are the same, word for word.
    Exact,
    /// One is the other, edited.
    Edited,
    /// One is a part of the other.
    Excerpt,
    /// One is a newer version of the other.
    Updated,
    /// One is a translation of the other.
    Translation,
    /// They share only what any text of their kind has.
    Template,
}

/// What somebody decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClusterDecision {
    /// The cluster.
    pub cluster: String,
    /// The first text; `None` if the decision is about clusters.
    pub a: Option<String>,
    /// The second text, or the other cluster; `None` if the decision is about one text.
    pub b: Option<String>,
    /// What was decided.
    pub verdict: Judgement,
    /// How the two are related.
    pub relation: Option<Relation>,
    /// The text that represents both.
    pub keep: Option<String>,
    /// Who decided.
    pub who: String,
    /// When: `2031-04-15T09:30:00Z`.
    pub when: String,
    /// A remark.
    pub note: String,
}

/// What decisions are about: the newest on one subject counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The cluster.
    pub cluster: String,
    /// The texts, in order.
    pub texts: Vec<String>,
    /// The other cluster.
    pub other: Option<String>,
}

impl Judgement {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Same, Self::Different, Self::Unsure, Self::Keep, Self::Drop, Self::Split, Self::Merge, Self::Open];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Judgement::Same => "same",
            Judgement::Different => "different",
            Judgement::Unsure => "unsure",
            Judgement::Keep => "keep",
            Judgement::Drop => "drop",
            Judgement::Split => "split",
            Judgement::Merge => "merge",
            Judgement::Open => "open",
        }
    }

    /// Whether it is about two texts.
    pub fn is_of_pair(self) -> bool {
        matches!(self, Judgement::Same | Judgement::Different | Judgement::Unsure)
    }

    /// Reads its name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

impl Relation {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Exact, Self::Edited, Self::Excerpt, Self::Updated, Self::Translation, Self::Template];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Relation::Exact => "exact",
            Relation::Edited => "edited",
            Relation::Excerpt => "excerpt",
            Relation::Updated => "updated",
            Relation::Translation => "translation",
            Relation::Template => "template",
        }
    }

    /// Reads its name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

impl ClusterDecision {
    /// Reads a decision; `read` returns the value of a name.
    ///
    /// # Errors
    ///
    /// Says what is missing or unknown.
    pub fn of(read: &dyn Fn(&str) -> Option<String>) -> Result<Self, String> {
        let lacks = |name: &str| format!("has no \"{name}\"");
        let filled = |name: &str| read(name).filter(|value| !value.is_empty());
        if let Some(version) = read("version").filter(|version| *version != DECISIONS_VERSION.to_string()) {
            return Err(format!("has version {version}; this program reads version {DECISIONS_VERSION}"));
        }
        let cluster = filled("cluster").ok_or_else(|| lacks("cluster"))?;
        let said = filled("decision").ok_or_else(|| lacks("decision"))?;
        let names = |all: &[&str]| all.join(", ");
        let verdict = Judgement::named(&said).ok_or_else(|| {
            format!("has an unknown decision \"{said}\"; expected {}", names(&Judgement::ALL.map(Judgement::name)))
        })?;
        let relation = match filled("relation") {
            None => None,
            Some(said) => Some(Relation::named(&said).ok_or_else(|| {
                format!("has an unknown relation \"{said}\"; expected {}", names(&Relation::ALL.map(Relation::name)))
            })?),
        };
        let (a, b, keep) = (filled("a"), filled("b"), filled("keep"));
        misshapen(verdict, &cluster, [a.as_deref(), b.as_deref()]).map_or(Ok(()), Err)?;
        if let Some(kept) = keep.as_ref().filter(|kept| a.as_ref() != Some(kept) && b.as_ref() != Some(kept)) {
            return Err(format!("keeps {kept}, which is neither of its texts"));
        }
        let [who, when, note] = ["who", "when", "note"].map(|name| read(name).unwrap_or_default());
        Ok(Self { cluster, a, b, verdict, relation, keep, who, when, note })
    }

    /// Its parts under their names, those that are there, but for the version.
    pub fn parts(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("cluster", Some(self.cluster.as_str())),
            ("a", self.a.as_deref()),
            ("b", self.b.as_deref()),
            ("decision", Some(self.verdict.name())),
            ("relation", self.relation.map(Relation::name)),
            ("keep", self.keep.as_deref()),
            ("who", Some(self.who.as_str())),
            ("when", Some(self.when.as_str())),
            ("note", Some(self.note.as_str()).filter(|note| !note.is_empty())),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// What it is about.
    pub fn subject(&self) -> Subject {
        let is_merge = self.verdict == Judgement::Merge || (self.verdict == Judgement::Open && self.a.is_none());
        if is_merge {
            return Subject { cluster: self.cluster.clone(), texts: Vec::new(), other: self.b.clone() };
        }
        let mut texts: Vec<String> = self.a.iter().chain(&self.b).cloned().collect();
        texts.sort();
        Subject { cluster: self.cluster.clone(), texts, other: None }
    }
}

/// What is wrong with the number of texts that a decision names, and what is allowed.
fn misshapen(verdict: Judgement, cluster: &str, texts: [Option<&str>; 2]) -> Option<String> {
    let name = verdict.name();
    let count = ["no text", "one text", "two texts"][texts.iter().flatten().count()];
    match (verdict, texts) {
        (Judgement::Same | Judgement::Different | Judgement::Unsure, [Some(a), Some(b)]) => {
            (a == b).then(|| format!("names one text twice; \"{name}\" takes two, \"a\" and \"b\""))
        }
        (Judgement::Same | Judgement::Different | Judgement::Unsure, _) => {
            Some(format!("names {count}; \"{name}\" takes two, \"a\" and \"b\""))
        }
        (Judgement::Keep | Judgement::Drop | Judgement::Split, [Some(_), None]) => None,
        (Judgement::Keep | Judgement::Drop | Judgement::Split, _) => {
            Some(format!("names {count}; \"{name}\" takes one, \"a\""))
        }
        (Judgement::Merge, [None, Some(other)]) => (other == cluster)
            .then(|| "merges a cluster with itself; \"merge\" takes another cluster, \"b\"".to_owned()),
        (Judgement::Merge, [Some(_), _]) => {
            Some("names two things; \"merge\" takes one other cluster, \"b\"".to_owned())
        }
        (Judgement::Merge, [None, None]) => Some("names no other cluster; \"merge\" takes one, \"b\"".to_owned()),
        (Judgement::Open, [None, None]) => Some(
            "does not say what is open again; \"open\" takes the texts, or the other cluster, of what it undoes"
                .to_owned(),
        ),
        (Judgement::Open, _) => None,
    }
}
