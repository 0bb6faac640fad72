//! Articles and rules for tests, drawn by hand so that they don't hang on how sentences are found.

use crate::article::{Article, DiskMap, Extent, Origin, Paragraph, Sentence, TextId};
use crate::boilerplate::{Does, Fit, Mask, Rule, RuleId, RuleSet, Scope, Unit};
use crate::kinds::{Furniture, Meta, Part, Typeset};
use crate::text::{Span, tokens};

/// Makes an article of a drawing: a line is a paragraph, `|` parts sentences (a space stands there in the text).
pub fn article(drawn: &str) -> Article {
    let mut article = Article {
        name: "harbour.txt".to_owned(),
        origin: Origin::Bundled("text".to_owned()),
        source: "text".to_owned(),
        text: String::new(),
        id: TextId::default(),
        paragraphs: Vec::new(),
        sentences: Vec::new(),
        tokens: Vec::new(),
        disk: DiskMap::identity(0),
        extent: Extent::Whole,
        meta: Meta::default(),
        extracted: false,
        typeset: Typeset::default(),
        times: Vec::new(),
        titled_alike: false,
        in_one_folder: false,
    };
    for line in drawn.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !article.text.is_empty() {
            article.text.push_str("\n\n");
        }
        paragraph(&mut article, line);
    }
    article.id = TextId::of(&article.text);
    article
}

fn paragraph(article: &mut Article, line: &str) {
    let (start, sentence, token) = (article.text.len(), article.sentences.len(), article.tokens.len());
    for (at, part) in line.split('|').enumerate() {
        if at > 0 {
            article.text.push(' ');
        }
        let from = article.text.len();
        article.text.push_str(part.trim());
        let span = Span::new(from, article.text.len());
        let first = article.tokens.len();
        article.tokens.extend(tokens(&article.text, span));
        article.sentences.push(Sentence { span, tokens: first..article.tokens.len() });
    }
    article.paragraphs.push(Paragraph {
        span: Span::new(start, article.text.len()),
        sentences: sentence..article.sentences.len(),
        tokens: token..article.tokens.len(),
        part: Part::Prose,
        furniture: Furniture::No,
    });
}

/// Where `part` first stands in `article`.
pub fn place(article: &Article, part: &str) -> Span {
    let start = article.text.find(part).expect("the part stands in the article");
    Span::new(start, start + part.len())
}

pub fn rule(id: &str, fit: Fit) -> Rule {
    Rule {
        id: RuleId(id.to_owned()),
        name: id.to_owned(),
        fit,
        scope: Scope::Everywhere,
        created: String::new(),
        note: String::new(),
        does: Does::default(),
        enabled: true,
    }
}

pub fn rules(fits: Vec<Fit>) -> RuleSet {
    RuleSet { rules: fits.into_iter().enumerate().map(|(at, fit)| rule(&format!("r{at}"), fit)).collect() }
}

pub fn exactly(text: &str) -> Fit {
    Fit::Exactly(text.to_owned())
}

pub fn begins(unit: Unit, text: &str) -> Fit {
    Fit::BeginsSo(unit, text.to_owned())
}

pub fn to_end(unit: Unit, text: &str) -> Fit {
    Fit::ToEnd(unit, text.to_owned())
}

/// Draws the text of `article` with brackets around what is hidden, paragraphs parted by ` / `.
pub fn drawn(article: &Article, mask: &Mask) -> String {
    let mut drawn = String::new();
    let mut at = 0;
    for hidden in mask.hidden() {
        drawn += &article.text[at..hidden.span.start()];
        drawn += &format!("[{}]", hidden.span.of(&article.text));
        at = hidden.span.end();
    }
    drawn += &article.text[at..];
    drawn.replace("\n\n", " / ")
}
