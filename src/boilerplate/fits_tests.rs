use super::sample::{article, drawn, rules};
use super::{Ends, Fit, RuleSet, Unit, mask, pattern};

fn hides(fit: Fit, text: &str) -> String {
    let article = article(text);
    drawn(&article, &mask(&article, &rules(vec![fit]).into(), &[]))
}

fn contains(unit: Unit, text: &str) -> Fit {
    Fit::Contains(unit, text.to_owned())
}

fn fits(unit: Unit, text: &str) -> Fit {
    Fit::Pattern(unit, text.to_owned())
}

fn loosely(text: &str) -> Fit {
    Fit::Loosely(text.to_owned())
}

#[test]
fn a_phrase_hides_the_unit_it_stands_in_wherever_it_stands() {
    let text = "Rain fell. | The quay is wet, give to our fund today. | All went home.\nNo fund is ours.";
    let cases = [
        (Unit::Words, "Rain fell. The quay is wet, give to [our fund] today. All went home. / No fund is ours."),
        (Unit::Sentence, "Rain fell. [The quay is wet, give to our fund today.] All went home. / No fund is ours."),
        (Unit::Paragraph, "[Rain fell. The quay is wet, give to our fund today. All went home.] / No fund is ours."),
    ];
    for (unit, expected) in cases {
        assert_eq!(hides(contains(unit, "OUR “fund”"), text), expected, "{unit:?}");
    }
    assert!(!hides(contains(Unit::Words, "home no fund"), text).contains('['), "not over a paragraph's end");
    assert_eq!(hides(contains(Unit::Words, "fund"), "fund fund funds"), "[fund fund] funds");
}

#[test]
fn a_pattern_hides_whole_words() {
    let cases = [
        (Unit::Words, r"\(\w+/Gull\)$", "The wall stands. (Holt/Gull)", "The wall stands. [(Holt/Gull)]"),
        (Unit::Words, "uay", "The quay is wet.", "The [quay] is wet."),
        (Unit::Sentence, "[0-9]{4}", "Rain fell. | It was 2031 then.", "Rain fell. [It was 2031 then.]"),
        (Unit::Paragraph, "^© ", "Rain fell.\n© Lantern", "Rain fell. / [© Lantern]"),
        (Unit::Words, "x*", "Rain fell.", "Rain fell."),
        (Unit::Words, "^date:? [0-9-]+", "date 2031-05 Rain fell.", "[date 2031-05 ]Rain fell."),
    ];
    for (unit, text, article, expected) in cases {
        assert_eq!(hides(fits(unit, text), article), expected, "{text}");
    }
}

#[test]
fn punctuation_at_the_end_goes_with_words_only_if_it_is_theirs() {
    let cases = [
        (fits(Unit::Words, "7 pm"), "It opens (at 7 pm).", "It opens (at [7 pm])."),
        (fits(Unit::Words, "7 pm"), "It opens at 7 pm.", "It opens at [7 pm]."),
        (fits(Unit::Words, r"\(at \d+ pm\)"), "It opens (at 7 pm).", "It opens [(at 7 pm)]."),
        (fits(Unit::Words, "Photo by .*Arden"), "It opens. Photo by Tom Arden.", "It opens. [Photo by Tom Arden.]"),
        (fits(Unit::Words, "Arden.*"), "It opens. Photo by Tom Arden.", "It opens. Photo by Tom [Arden.]"),
        (fits(Unit::Sentence, "7 pm"), "Rain fell. | It opens (at 7 pm).", "Rain fell. [It opens (at 7 pm).]"),
        (fits(Unit::Paragraph, "7 pm"), "Rain fell. | It opens (at 7 pm).", "[Rain fell. It opens (at 7 pm).]"),
        (contains(Unit::Words, "7 pm"), "It opens (at 7 pm).", "It opens (at [7 pm])."),
        (contains(Unit::Words, "at 7 pm"), "It opens at 7 pm.", "It opens [at 7 pm.]"),
        (contains(Unit::Sentence, "7 pm"), "Rain fell. | It opens (at 7 pm).", "Rain fell. [It opens (at 7 pm).]"),
    ];
    for (fit, article, expected) in cases {
        assert_eq!(hides(fit.clone(), article), expected, "{fit:?}");
    }
}

#[test]
fn a_pattern_that_is_none_or_too_large_is_refused_and_hides_nothing() {
    for text in ["(", "[a", "a{1000}{1000}{1000}", "\\", "(?<", &"a".repeat(5_000)] {
        assert!(pattern(text).is_err(), "{text:.20}");
        assert_eq!(hides(fits(Unit::Words, text), "a a a"), "a a a");
    }
    let reason = pattern("a(b").unwrap_err();
    assert!(!reason.contains('\n') && reason.contains("unclosed group"), "{reason}");
}

#[test]
fn a_pattern_that_others_would_choke_on_takes_no_time() {
    let text = "a".repeat(50_000);
    assert_eq!(hides(fits(Unit::Words, "^(a+)+$b"), &text), text);
}

#[test]
fn a_loose_rule_leaves_numbers_and_dates_open_and_a_word_in_five() {
    let rule = || loosely("Updated 24 May 2031, 12:54");
    assert_eq!(hides(rule(), "Rain fell all day.\nUpdated 3 June 2032"), "Rain fell all day. / [Updated 3 June 2032]");
    assert_eq!(
        hides(rule(), "Rain fell all day.\nCorrected 3 June 2032"),
        "Rain fell all day. / Corrected 3 June 2032"
    );
    let long = || loosely("Give to the fund of the Lantern and keep our small newsroom alive.");
    let near = "Rain fell. | Give to the fund of the Lantern and keep our little newsroom alive. | All went home.";
    assert_eq!(
        hides(long(), near),
        "Rain fell. [Give to the fund of the Lantern and keep our little newsroom alive.] All went home."
    );
    let far = "Give to the bank of the river and keep our little hens alive.";
    assert_eq!(hides(long(), far), far);
}

#[test]
fn a_loose_rule_goes_over_several_sentences() {
    let rule = loosely("Give to the fund of the Lantern. It keeps our small newsroom alive since 1990.");
    let text = "Rain fell on us. | Give to the fund of the Lantern. | It keeps our small newsroom alive since 2001. | All went home.";
    let expected = "Rain fell on us. [Give to the fund of the Lantern. It keeps our small newsroom alive since 2001.] All went home.";
    assert_eq!(hides(rule, text), expected);
}

#[test]
fn from_one_beginning_to_another() {
    let between = |unit, from: &str, to: &str| Fit::Between(unit, Ends { from: from.to_owned(), to: to.to_owned() });
    let text =
        "Rain fell.\nSupport us now. | We need it.\nWhatever stands here.\nThank you all. | All went home.\nThank you.";
    assert_eq!(
        hides(between(Unit::Sentence, "support us", "thank you"), text),
        "Rain fell. / [Support us now. We need it. / Whatever stands here. / Thank you all.] All went home. / Thank you."
    );
    assert_eq!(
        hides(between(Unit::Paragraph, "support us", "thank you"), text),
        "Rain fell. / [Support us now. We need it. / Whatever stands here. / Thank you all. All went home.] / Thank you."
    );
    assert!(!hides(between(Unit::Sentence, "thank you", "support us"), text).contains('['), "no end follows");
}

#[test]
fn words_that_lead_into_a_paragraph_go_with_what_parts_them_from_it() {
    let lead = |text: &str| hides(Fit::BeginsSo(Unit::Words, "Breaking news".to_owned()), text);
    assert_eq!(lead("BREAKING NEWS: The quay fell."), "[BREAKING NEWS: ]The quay fell.");
    assert_eq!(lead("Breaking news – the quay fell."), "[Breaking news – ]the quay fell.");
    assert_eq!(lead("Breaking news"), "[Breaking news]");
}

#[test]
fn rules_of_every_kind_that_fit_nothing_or_everything_do_no_harm() {
    for text in ["", "…", "Rain fell.", "a a a a a a a a a a"] {
        for fit in [
            loosely("…"),
            contains(Unit::Words, "…"),
            loosely("a"),
            contains(Unit::Paragraph, "a"),
            fits(Unit::Words, ".*"),
        ] {
            let article = article(text);
            let _ = mask(&article, &rules(vec![fit]).into(), &[]);
        }
    }
    assert_eq!(hides(fits(Unit::Words, ".*"), "Rain fell.\nAll went home."), "[Rain fell. / All went home.]");
    assert_eq!(mask(&article("Rain."), &RuleSet::default().into(), &[]).hidden(), []);
}
