//! Coverage in words: how much of an article stands in the other, as long as there is room to say it.

use super::ink::Phrase;
use super::pane::{MOVED, symbol};
use super::theme::Role;
use crate::collate::{Class, Coverage, percents, share};

/// What the header says over a pane.
#[derive(Clone, Copy, Debug)]
pub(super) struct Covered {
    /// The figures.
    pub coverage: Coverage,
    /// The number of the other article.
    pub other: usize,
    /// How many rules hide the words that are hidden; `None` where that is not known.
    pub rules: Option<usize>,
}

/// How much is said, from the longest form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Whole,
    Long,
    Brief,
    Unmoved,
    Marks,
    Tight,
    Bare,
    Sum,
    Short,
    Least,
}

const FORMS: [Form; 10] = [
    Form::Whole,
    Form::Long,
    Form::Brief,
    Form::Unmoved,
    Form::Marks,
    Form::Tight,
    Form::Bare,
    Form::Sum,
    Form::Short,
    Form::Least,
];

/// Says what is covered in the longest form that fits `width` cells, else in the shortest.
pub(super) fn phrase(covered: &Covered, width: usize) -> Phrase {
    let mut forms = FORMS.iter().map(|form| said(covered, *form));
    forms.clone().find(|phrase| phrase.width() <= width).or_else(|| forms.next_back()).unwrap_or_default()
}

fn said(covered: &Covered, form: Form) -> Phrase {
    let Covered { coverage, other, .. } = *covered;
    let total = share(percents(coverage).total, coverage.shared());
    let mut phrase = Phrase::default().with(Role::Figure, format!("{total} %"));
    phrase.push(
        Role::Quiet,
        match form {
            Form::Whole | Form::Long => format!(" of {} words are in {other}", coverage.words),
            Form::Marks | Form::Sum => format!(" of {} words in {other}", coverage.words),
            Form::Brief | Form::Unmoved | Form::Tight => format!(" of {} in {other}", coverage.words),
            Form::Bare | Form::Short | Form::Least => format!(" of {}", coverage.words),
        },
    );
    match form {
        Form::Whole | Form::Long | Form::Brief | Form::Unmoved => classes(&mut phrase, coverage, form),
        Form::Marks | Form::Tight | Form::Bare => marks(&mut phrase, coverage, form),
        Form::Sum | Form::Short | Form::Least => {}
    }
    if coverage.hidden > 0 && form != Form::Least {
        phrase.push(Role::Quiet, hidden(covered, form));
    }
    phrase
}

fn classes(phrase: &mut Phrase, coverage: Coverage, form: Form) {
    let mut before = ": ";
    let parts = percents(coverage);
    for class in Class::ALL.into_iter().filter(|class| coverage.of(*class) > 0) {
        phrase.push(Role::Quiet, std::mem::replace(&mut before, " · "));
        phrase.push(Role::mark(class), format!("{} {}", share(parts.of(class), coverage.of(class)), class.name()));
    }
    if coverage.moved > 0 && form != Form::Unmoved {
        let moved = share(coverage.percent(coverage.moved), coverage.moved);
        phrase.push(Role::Quiet, before);
        phrase.push(Role::Moved, format!("{moved} moved"));
    }
}

fn marks(phrase: &mut Phrase, coverage: Coverage, form: Form) {
    let mut before = ": ";
    let parts = percents(coverage);
    for class in Class::ALL.into_iter().filter(|class| coverage.of(*class) > 0) {
        phrase.push(Role::Quiet, std::mem::replace(&mut before, " "));
        phrase.push(Role::mark(class), format!("{}{}", share(parts.of(class), coverage.of(class)), symbol(class)));
    }
    if coverage.moved > 0 && form == Form::Marks {
        let moved = share(coverage.percent(coverage.moved), coverage.moved);
        phrase.push(Role::Moved, format!("{before}{moved}{MOVED}"));
    }
}

fn hidden(covered: &Covered, form: Form) -> String {
    let words = covered.coverage.hidden;
    match (form, covered.rules) {
        (Form::Whole, Some(1)) => format!(" · {words} hidden by 1 rule"),
        (Form::Whole, Some(rules)) if rules > 0 => format!(" · {words} hidden by {rules} rules"),
        _ => format!(" · {words} hidden"),
    }
}
