//! The metadata of an article.

/// The metadata of an article: each value as in the file, on one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Its headline.
    pub title: Option<String>,
    /// Who published it, by name, or the host of its address.
    pub outlet: Option<String>,
    /// The date: `2031-04-15` if it can be parsed, else as written.
    pub date: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Its address.
    pub address: Option<String>,
}

impl Meta {
    /// Fills missing values from `other`.
    pub fn or(self, other: Meta) -> Meta {
        Meta {
            title: self.title.or(other.title),
            outlet: self.outlet.or(other.outlet),
            date: self.date.or(other.date),
            byline: self.byline.or(other.byline),
            address: self.address.or(other.address),
        }
    }

    /// Returns the outlet, or else the host of the address.
    pub fn source(&self) -> Option<String> {
        self.outlet.clone().or_else(|| host(self.address.as_deref()?).map(str::to_owned))
    }

    /// The day of the date, where it begins with one: `2031-04-15`.
    pub fn day(&self) -> Option<&str> {
        self.date.as_deref().map(|date| if is_day(date) { date.get(..10).unwrap_or(date) } else { date })
    }
}

/// The longest value that is kept, in characters: longer ones are not titles.
const LONGEST: usize = 300;

/// Returns a value on one line, if there is any, cut to a sensible length.
pub fn line(value: &str) -> Option<String> {
    let words: Vec<&str> = value.split_whitespace().collect();
    let mut line = words.join(" ");
    if let Some((end, _)) = line.char_indices().nth(LONGEST) {
        line.truncate(end);
    }
    (!line.is_empty()).then_some(line)
}

/// Returns the host of a web address, without `www.`.
pub fn host(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?;
    let host = host.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

/// Whether a date begins with year, month and day.
pub fn is_day(date: &str) -> bool {
    let bytes = date.as_bytes();
    bytes.len() >= 10
        && bytes
            .iter()
            .take(10)
            .enumerate()
            .all(|(at, byte)| if matches!(at, 4 | 7) { *byte == b'-' } else { byte.is_ascii_digit() })
}
