//! The header's figures in words: what share of an article matches the other, in the longest form that fits. The number of hidden words is
//! always shown, if need be beside the article's name.

use super::ink::{Phrase, measure};
use super::pane::{FOLDED, MOVED, symbol};
use super::role::Role;
use crate::collate::{Class, Coverage, percents, share};

/// What the header above a pane shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Covered {
    /// The figures.
    pub coverage: Coverage,
    /// The number of the other article.
    pub other: usize,
    /// How many rules hide the hidden words; `None` if that is not known.
    pub rules: Option<usize>,
}

/// How much the header says, from the longest form to the shortest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Whole,
    Long,
    Signed,
    Brief,
    Close,
    Worded,
    Marks,
    Bare,
    Sum,
    Short,
    Shorter,
    Least,
    Fold,
}

const FORMS: [Form; 13] = [
    Form::Whole,
    Form::Long,
    Form::Signed,
    Form::Brief,
    Form::Close,
    Form::Worded,
    Form::Marks,
    Form::Bare,
    Form::Sum,
    Form::Short,
    Form::Shorter,
    Form::Least,
    Form::Fold,
];
/// The number of forms before the classes are named so closely that hidden words had better stand beside the name.
const TELLING: usize = 4;

/// Returns the longest form that fits in `width` cells, or the shortest if none fits, with its index.
pub(super) fn phrase(covered: &Covered, width: usize) -> (usize, Phrase) {
    let mut forms = FORMS.iter().map(|form| describe(covered, *form)).enumerate();
    let shortest = FORMS.len() - 1;
    let fitting = forms.find(|(number, phrase)| *number == shortest || phrase.width() <= width);
    fitting.unwrap_or_default()
}

/// Returns the header's phrase for a pane of `width` cells. If the classes would not fit otherwise, the number of hidden words is returned
/// separately, to be shown beside the article's name, where `beside` cells are free.
pub(super) fn parted(covered: &Covered, width: usize, beside: usize) -> (Phrase, Option<String>) {
    let (number, words) = phrase(covered, width);
    let apart = hidden(covered.coverage.hidden, covered.rules);
    if covered.coverage.hidden == 0 || number < TELLING || measure(&apart, beside) > beside {
        return (words, None);
    }
    let rest = Covered { coverage: Coverage { hidden: 0, ..covered.coverage }, ..*covered };
    (phrase(&rest, width).1, Some(apart))
}

/// Returns how many words are hidden, and by how many rules.
pub(super) fn hidden(words: usize, rules: Option<usize>) -> String {
    match rules {
        Some(1) => format!("{words} hidden · 1 rule"),
        Some(rules) if rules > 0 => format!("{words} hidden · {rules} rules"),
        _ => format!("{words} hidden"),
    }
}

/// Returns what the header says when all of an article is hidden.
pub(super) fn all_hidden(rules: Option<usize>) -> String {
    match rules {
        Some(0) => "all of this article is hidden".to_owned(),
        Some(1) => "a rule hides all of this article".to_owned(),
        Some(rules) => format!("{rules} rules hide all of this article"),
        None => "rules hide all of this article".to_owned(),
    }
}

fn describe(covered: &Covered, form: Form) -> Phrase {
    let Covered { coverage, other, .. } = *covered;
    let total = share(percents(coverage).total, coverage.shared());
    let mut phrase = Phrase::default().with(Role::Figure, format!("{total} %"));
    phrase.push(
        Role::Quiet,
        match form {
            Form::Whole | Form::Long | Form::Signed | Form::Worded | Form::Sum => match coverage.words {
                1 => format!(" of 1 word matches {other}"),
                words => format!(" of {words} words match {other}"),
            },
            Form::Brief | Form::Close | Form::Marks => format!(" of {} match {other}", coverage.words),
            Form::Bare | Form::Short | Form::Shorter => format!(" of {}", coverage.words),
            Form::Least | Form::Fold if coverage.hidden == 0 => format!(" of {}", coverage.words),
            Form::Least | Form::Fold => String::new(),
        },
    );
    match form {
        Form::Whole | Form::Long | Form::Signed | Form::Brief | Form::Close => classes(&mut phrase, coverage, form),
        Form::Worded | Form::Marks | Form::Bare => marks(&mut phrase, coverage),
        Form::Sum | Form::Short | Form::Shorter | Form::Least | Form::Fold => {}
    }
    if coverage.hidden > 0 && form == Form::Fold {
        phrase.push(Role::Quiet, format!(" {}{FOLDED}", coverage.hidden));
    } else if coverage.hidden > 0 {
        phrase.push(Role::Quiet, format!(" · {}", hidden_in(covered, form)));
    }
    phrase
}

fn classes(phrase: &mut Phrase, coverage: Coverage, form: Form) {
    let mut before = ": ";
    let parts = percents(coverage);
    let sign = if form == Form::Whole { " %" } else { "" };
    for class in Class::ALL.into_iter().filter(|class| coverage.of(*class) > 0) {
        phrase.push(Role::Quiet, std::mem::replace(&mut before, " · "));
        let part = share(parts.of(class), coverage.of(class));
        phrase.push(Role::mark(class), format!("{part}{sign} {}", class.name()));
    }
    if coverage.moved > 0 {
        let moved = share(coverage.percent(coverage.moved), coverage.moved);
        phrase.push(Role::Quiet, before);
        let moved = if matches!(form, Form::Signed | Form::Close) {
            format!("{moved}{MOVED}")
        } else {
            format!("{moved}{sign} moved")
        };
        phrase.push(Role::Moved, moved);
    }
}

fn marks(phrase: &mut Phrase, coverage: Coverage) {
    let mut before = ": ";
    let parts = percents(coverage);
    for class in Class::ALL.into_iter().filter(|class| coverage.of(*class) > 0) {
        phrase.push(Role::Quiet, std::mem::replace(&mut before, " "));
        phrase.push(Role::mark(class), format!("{}{}", share(parts.of(class), coverage.of(class)), symbol(class)));
    }
    if coverage.moved > 0 {
        let moved = share(coverage.percent(coverage.moved), coverage.moved);
        phrase.push(Role::Moved, format!("{before}{moved}{MOVED}"));
    }
}

fn hidden_in(covered: &Covered, form: Form) -> String {
    let said = hidden(covered.coverage.hidden, covered.rules);
    match form {
        Form::Whole => said.replacen(" hidden · ", " words hidden by ", 1),
        Form::Shorter | Form::Least => hidden(covered.coverage.hidden, None),
        _ => said,
    }
}
