//! The kinds of files, with their readers.

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// JSON: an article, or an array of them.
    Json,
    /// One JSON object per line, each an article.
    JsonLines,
    /// Comma-separated values, each row an article.
    Csv,
    /// Tab-separated values.
    Tsv,
    /// Subtitles, SRT or VTT.
    Subtitles,
    /// An e-mail.
    Mail,
    /// A mailbox of several e-mails.
    Mailbox,
    /// News and editions in XML: TEI, NITF, NewsML-G2, ALTO, hOCR.
    Xml,
    /// A gzip file.
    Gzip,
    /// A zstd file.
    Zstd,
    /// An archive of files.
    Zip,
    /// A PDF.
    Pdf,
    /// A DOCX document.
    Docx,
    /// An ODT document.
    Odt,
    /// An old DOC document.
    Doc,
    /// Rich text.
    Rtf,
    /// An e-book.
    Epub,
    /// A spreadsheet or slides.
    Office,
    /// An archive that is not read.
    Archive,
    /// A picture.
    Picture,
    /// Audio or video.
    Sound,
    /// Any other binary file.
    Binary,
}

/// What reads a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The program itself.
    Own,
    /// A command from the settings, such as this one.
    Command(&'static str, &'static str),
    /// Nothing.
    None,
}

/// A command that converts a document to Markdown without HTML.
const PANDOC: &str = r#"{ command = ["pandoc", "--to", "gfm-raw_html", "--wrap", "none", "{}"], gives = "markdown" }"#;

impl Kind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Kind; 25] = [
        Kind::Text,
        Kind::Markdown,
        Kind::Html,
        Kind::Json,
        Kind::JsonLines,
        Kind::Csv,
        Kind::Tsv,
        Kind::Subtitles,
        Kind::Mail,
        Kind::Mailbox,
        Kind::Xml,
        Kind::Gzip,
        Kind::Zstd,
        Kind::Zip,
        Kind::Pdf,
        Kind::Docx,
        Kind::Odt,
        Kind::Doc,
        Kind::Rtf,
        Kind::Epub,
        Kind::Office,
        Kind::Archive,
        Kind::Picture,
        Kind::Sound,
        Kind::Binary,
    ];

    /// Returns its name on the command line.
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// Returns what it is, with its article.
    pub fn describe(self) -> &'static str {
        self.row().1
    }

    /// Returns the plural of what it is.
    pub fn plural(self) -> &'static str {
        self.row().2
    }

    /// Returns its file extensions.
    pub fn endings(self) -> &'static [&'static str] {
        self.row().3
    }

    /// Finds the kind of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Finds the kind of an extension.
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.endings().contains(&ending))
    }

    /// Returns what reads it.
    pub fn reader(self) -> Reader {
        match self {
            Kind::Pdf => Reader::Command("*.pdf", r#"["pdftotext", "-nopgbrk", "{}", "-"]"#),
            Kind::Odt => Reader::Command("*.odt", PANDOC),
            Kind::Epub => Reader::Command("*.epub", PANDOC),
            Kind::Rtf => Reader::Command("*.rtf", PANDOC),
            Kind::Doc => Reader::Command("*.doc", r#"["antiword", "{}"]"#),
            Kind::Office => Reader::Command("*.xlsx", r#"{ command = ["markitdown", "{}"], gives = "markdown" }"#),
            Kind::Archive | Kind::Picture | Kind::Sound | Kind::Binary => Reader::None,
            _ => Reader::Own,
        }
    }

    /// Whether a file of this kind can hold several articles.
    pub fn holds_many(self) -> bool {
        use Kind::{Csv, Gzip, Json, JsonLines, Mailbox, Tsv, Zip, Zstd};
        matches!(self, Json | JsonLines | Csv | Tsv | Mailbox | Gzip | Zstd | Zip)
    }

    /// Whether its text is the file itself, so that places in it are places in the file.
    pub fn is_own_text(self) -> bool {
        matches!(self, Kind::Text | Kind::Markdown)
    }

    fn row(self) -> (&'static str, &'static str, &'static str, &'static [&'static str]) {
        match self {
            Kind::Text => ("text", "plain text", "plain texts", &["txt", "text", "rst", "adoc", "asc", "org", "tex"]),
            Kind::Markdown => ("markdown", "Markdown", "Markdown files", &["md", "markdown", "mdown", "mkd"]),
            Kind::Html => ("html", "a web page", "web pages", &["html", "htm", "xhtml"]),
            Kind::Json => ("json", "JSON", "JSON files", &["json"]),
            Kind::JsonLines => ("jsonl", "JSON lines", "files of JSON lines", &["jsonl", "ndjson"]),
            Kind::Csv => ("csv", "a table (CSV)", "tables (CSV)", &["csv"]),
            Kind::Tsv => ("tsv", "a table (TSV)", "tables (TSV)", &["tsv", "tab"]),
            Kind::Subtitles => ("subtitles", "subtitles", "files of subtitles", &["srt", "vtt"]),
            Kind::Mail => ("mail", "an e-mail", "e-mails", &["eml"]),
            Kind::Mailbox => ("mbox", "a mailbox", "mailboxes", &["mbox"]),
            Kind::Xml => ("xml", "XML", "XML files", &["xml", "tei", "nitf", "hocr"]),
            Kind::Gzip => ("gz", "a compressed file (gzip)", "compressed files (gzip)", &["gz", "gzip"]),
            Kind::Zstd => ("zst", "a compressed file (zstd)", "compressed files (zstd)", &["zst", "zstd"]),
            Kind::Zip => ("zip", "an archive (zip)", "archives (zip)", &["zip"]),
            Kind::Pdf => ("pdf", "a PDF", "PDFs", &["pdf"]),
            Kind::Docx => ("docx", "a Word document", "Word documents", &["docx", "docm"]),
            Kind::Odt => ("odt", "an OpenDocument text", "OpenDocument texts", &["odt"]),
            Kind::Doc => ("doc", "an old Word document", "old Word documents", &["doc"]),
            Kind::Rtf => ("rtf", "an RTF text", "RTF texts", &["rtf"]),
            Kind::Epub => ("epub", "an e-book", "e-books", &["epub", "mobi", "azw3"]),
            Kind::Office => {
                ("office", "a table or slides", "tables or slides", &["xlsx", "xls", "pptx", "ppt", "ods", "odp"])
            }
            Kind::Archive => ("archive", "an archive", "archives", &["7z", "bz2", "jar", "rar", "tar", "tgz", "xz"]),
            Kind::Picture => (
                "picture",
                "a picture",
                "pictures",
                &["avif", "bmp", "gif", "heic", "ico", "jpeg", "jpg", "png", "psd", "svg", "tif", "tiff", "webp"],
            ),
            Kind::Sound => (
                "sound",
                "sound or film",
                "files of sound or film",
                &["avi", "flac", "m4a", "mkv", "mov", "mp3", "mp4", "ogg", "wav", "webm"],
            ),
            Kind::Binary => (
                "binary",
                "not a text file (binary)",
                "binary files",
                &["class", "db", "dll", "exe", "lock", "o", "otf", "parquet", "so", "sqlite", "ttf", "woff", "woff2"],
            ),
        }
    }
}
