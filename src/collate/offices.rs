//! Offices and titles, which are part of a name and say nothing beside it.

/// What can be before a surname in place of a first name, folded and in order.
#[rustfmt::skip]
const OFFICES: &[&str] = &[
    "adviser", "alcalde", "alcaldesa", "analyst", "architect", "arzobispo", "attorney", "author", "avocat", "avocate",
    "biologist", "bishop", "bürgermeister", "bürgermeisterin", "capitán", "captain", "ceo", "chairman", "chairwoman",
    "chancellor", "chief", "coach", "colonel", "commissioner", "councillor", "dame", "detective", "director",
    "docteur", "doctor", "don", "doña", "dr", "editor", "engineer", "entraîneur", "entrenador", "entrenadora",
    "executive", "founder", "frau", "gen", "general", "gobernador", "gobernadora", "gouverneur", "gouverneurin",
    "gov", "governor", "head", "herr", "judge", "justice", "kanzler", "king", "lady", "lawyer", "lieutenant", "lord",
    "lt", "madam", "madame", "maire", "major", "manager", "mayor", "minister", "ministerin", "ministerpräsident",
    "ministerpräsidentin", "ministra", "ministre", "ministro", "miss", "mme", "monsieur", "mp", "mr", "mrs", "ms",
    "officer", "pope", "premier", "president", "president-elect", "presidenta", "presidente", "prince", "princess",
    "procureur", "prof", "professor", "prosecutor", "präsident", "präsidentin", "queen", "rep", "representative",
    "rev", "reverend", "richter", "richterin", "secretario", "secretary", "sen", "senator", "senhor", "senhora",
    "sergeant", "señor", "señora", "sgt", "sheriff", "sir", "sister", "speaker", "spokesman", "spokesperson",
    "spokeswoman", "sprecher", "sprecherin", "trainer", "trainerin", "адвокат", "губернатор", "директор", "министр",
    "мэр", "президент", "прокурор", "судья", "тренер",
];

/// Whether a word, folded, is an office or a title.
pub(super) fn is_office(word: &str) -> bool {
    OFFICES.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_offices_are_in_order() {
        assert!(super::OFFICES.is_sorted());
    }
}
