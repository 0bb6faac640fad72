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
