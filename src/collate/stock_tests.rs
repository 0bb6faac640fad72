//! What two sentences share as any two might is no match.

use super::drawn::check;

/// What stands before, so that the texts are of ordinary length.
const LEFT: &str = "The brass band played on the quay until the rain came.\n\nTwo gulls sat on the crane all day and looked at the \
    sea.\n\nA boy sold chestnuts from a cart with three wheels.\n\nNobody bought the blue umbrellas.";
const RIGHT: &str = "Tea was served from nine in the old customs hall.\n\nThe ferry came late because of fog.\n\nMost of the \
    passengers slept on the benches.\n\nA choir from the valley sang four songs about snow.";

fn apart(left: &str, right: &str) {
    check(&format!("{LEFT}\n\n{left}"), &format!("{right}\n\n{RIGHT}"));
}

#[test]
fn a_set_phrase() {
    apart(
        "The inquiry has asked for every letter, note and bill that the engineer wrote or received during her time as keeper of the \
        lights, including those which are held by her family, and wants them by Friday at noon.",
        "A cousin remembers fondly how often she sang at the piano during her time as keeper of the lights, mostly out of tune, while \
        the soup boiled over and the dog howled behind the kitchen door.",
    );
}

#[test]
fn a_name_of_many_words_alone() {
    apart(
        "The Act Against Sponsors of Smuggling moved to the lower house in May and was passed by a show of hands after midnight.",
        "The bill, known as the Act Against Sponsors of Smuggling, keeps foreign owners from hiding who really pays for a vessel.",
    );
}

#[test]
fn a_long_name_is_no_evidence_by_its_weight() {
    apart(
        "In the end the Joint Tribunal for Stranded Barges and Buoys, which had sat in a tent since the flood, adjourned without a word.",
        "His uncle had once been porter of the Joint Tribunal for Stranded Barges and Buoys and kept a brass key from those days.",
    );
}

#[test]
fn who_was_asked() {
    apart(
        "The second bridge will be wide enough for two carts and a goat, a senior government official told the evening paper.",
        "Nobody had seen the ledger since the fire, a senior government official told a visitor from the mainland.",
    );
}

#[test]
fn how_much() {
    apart(
        "He is said to have lost tens of thousands of euros in a year at cards, most of it to the dentist of the next village.",
        "The new roof of the chapel cost tens of thousands of euros in a year when nobody had caught a single herring.",
    );
}

#[test]
fn a_name_whose_words_stand_elsewhere_without_a_capital() {
    apart(
        "Sponsors of smuggling fear it. The Act Against Sponsors of Smuggling moved to the lower house and passed after midnight in May.",
        "The bill, known as the Act Against Sponsors of Smuggling, keeps owners from hiding who really pays for smuggling by sea.",
    );
}

#[test]
fn who_somebody_is_in_articles_of_a_few_short_sentences() {
    const DOCK: &str = "The dock gates were repainted in green last spring.\n\nTwo swans nest under the crane.";
    const MILL: &str = "Flour is sold by the sack at the old mill.\n\nChildren feed the ducks behind it.";
    for (left, right) in [
        (
            "Rovers coach Petr Sima said his side had been lucky to win the toss.",
            "Rovers coach Petr Sima said he would not sign a striker in January.",
        ),
        (
            "Museum director Alice Thorne said the alarm had worked.",
            "Museum director Alice Thorne said the crown came to Arden in 1870.",
        ),
        (
            "Umbria's foreign minister Ada Kroll flew to Geneva.",
            "Umbria's foreign minister Ada Kroll said Tavia wanted war.",
        ),
        ("La gobernadora Rita Salas pidió calma.", "La gobernadora Rita Salas visitó un hospital."),
        (
            "Feld, 46, told the court that he had been in Spain on the night of the theft.",
            "Feld, 46, ran an antiques shop in Bristow until it closed in 2019.",
        ),
    ] {
        let (_, collation) = super::drawn::of_texts(&format!("{left}\n\n{DOCK}"), &format!("{MILL}\n\n{right}"));
        let same = collation.matches.iter().filter(|found| found.class != super::Class::Reworded);
        assert_eq!(same.count(), 0, "{left}: {:?}", collation.matches);
    }
}

#[test]
fn a_short_sentence_of_names_that_differs_in_one_word() {
    check("[1~ Aaron Feld was acquitted on Monday.]", "[1~ Aaron Feld was convicted on Monday.]");
}
