//! Statements that name the same event, and are not the same: a fire, told with an agency's dateline, and its damage.

use super::alone::alone;
use super::synopsis_tests::Told;
use super::{PairFound, StoryRow};
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::{DiscordVersion, Witness};
use crate::facts::ChangeKind;
use crate::text::Pair;

const AGENCIA: &str = "Un incendio destruye parte del mercado de Almorada

Almorada, 3 de junio de 2026 (Nortepress) - Un incendio destruyó en la madrugada del martes 47 puestos del mercado central de Almorada, sin que se registraran víctimas mortales, informó el ayuntamiento.

El fuego comenzó hacia las 3.20 en una pescadería y se extendió por el techo de madera en menos de veinte minutos.

«No vamos a cerrar el mercado para siempre: lo reconstruiremos con los vendedores y para los vendedores», declaró la alcaldesa, Rosa Montalbán.

Ocho bomberos fueron atendidos por inhalación de humo y ninguno de ellos permanece en el hospital.

El ayuntamiento calcula que los daños ascienden a 2,6 millones de euros.

El edificio, levantado en 1908, había sido revisado por última vez el 12 de enero de 2025.

La policía no descarta que el incendio fuera provocado.";

const DIARIO: &str = "Almorada se queda sin mercado

Almorada (Nortepress).- Un incendio destruyó en la madrugada del martes 47 puestos del mercado central de Almorada, sin que se registraran víctimas mortales, informó el ayuntamiento.

El fuego comenzó hacia las 3.20 en una pescadería y se extendió por el techo de madera en menos de veinte minutos.

«No vamos a cerrar el mercado para siempre: lo reconstruiremos con los vendedores y para los vendedores», declaró la alcaldesa, Rosa Montalbán.

Ocho bomberos fueron atendidos por inhalación de humo y ninguno de ellos permanece en el hospital.

El edificio, levantado en 1908, había sido revisado por última vez el 12 de enero de 2025.

La policía no descarta que el incendio fuera provocado.";

const VOZ: &str = "El fuego arrasa 74 puestos del mercado central

Un incendio destruyó en la madrugada del martes 74 puestos del mercado central de Almorada, informó el ayuntamiento.

El fuego comenzó hacia las 3.20 en una carnicería y se extendió por el techo de madera en menos de veinte minutos.

«Lo reconstruiremos con los vendedores y para los vendedores», prometió la alcaldesa, Rosa Montalbán.

Los daños ascienden a 6,2 millones de euros, según el ayuntamiento.

El edificio, levantado en 1908, había sido revisado por última vez el 21 de enero de 2025.

La policía descarta que el incendio fuera provocado.

La asociación de vendedores pide desde hace años un sistema de rociadores que nunca llegó a instalarse.";

const PUEBLO: &str = "«Perdí lo que levantó mi abuelo»

Jacinta Roldán lloraba ayer ante las persianas quemadas de su frutería. «Perdí lo que levantó mi abuelo en cuarenta años», decía.

El mercado central de Almorada perdió el martes 47 de sus puestos en un incendio que no dejó muertos.

«No vamos a cerrar el mercado para siempre: lo reconstruiremos con los vendedores y para los vendedores», aseguró el concejal de Comercio, Luis Arce.

Los bomberos tardaron once minutos en llegar porque la calle Mayor estaba cortada por obras.

El edificio fue levantado en 1908 y revisado por última vez el 12 de enero de 2025.

La policía no descarta que el incendio fuera provocado.";

const GACETA: &str = "Almorada cifra en 2,6 millones los daños del incendio

El ayuntamiento calcula que los daños del incendio del mercado central ascienden a 2,6 millones de euros.

Ocho bomberos fueron atendidos por inhalación de humo y dos de ellos permanecen en el hospital.

La aseguradora Levantina cubrirá solo la mitad, porque la póliza no se actualizaba desde 2011.

«No vamos a cerrar el mercado», declaró la alcaldesa, Rosa Montalbán.

El fuego podría haber comenzado hacia las 3.20 en una pescadería.";

fn burnt() -> Told {
    Told::of(&[AGENCIA, DIARIO, VOZ, PUEBLO, GACETA])
}

/// Who makes the statement of the first sentence with these words.
fn told_by(told: &Told, words: &str) -> Vec<usize> {
    let found = told.synopsis();
    let said = |row: &&StoryRow| {
        row.cells.iter().any(|cell| {
            let article = &told.articles[cell.place.article];
            article.sentences[cell.place.sentence].span.of(&article.text).contains(words)
        })
    };
    let row = found.rows.iter().find(said).expect("a row with these words");
    row.cells.iter().map(|cell| cell.place.article).collect()
}

#[test]
fn who_leaves_a_statement_out_is_not_said_to_tell_it() {
    let told = burnt();
    assert_eq!(told_by(&told, "calcula que los daños"), [0, 2, 4], "the damage");
    assert_eq!(told_by(&told, "sin que se registraran"), [0, 1, 2, 3], "the fire");
}

#[test]
fn a_dateline_hides_no_figure_that_differs() {
    let told = burnt();
    let found = told.synopsis();
    let said = |version: &DiscordVersion| version.by[0].span.of(&told.articles[version.by[0].place.article].text);
    let stalls = found.discords.iter().find(|discord| discord.versions.iter().any(|it| said(it) == "74"));
    let stalls = stalls.expect("74 stalls against 47");
    assert!(stalls.versions.iter().any(|it| said(it) == "47"), "{stalls:?}");
}

#[test]
fn a_quotation_that_is_cut_is_marked_and_one_that_is_left_out_is_not() {
    let marked = |other: &str| {
        let rest = "The lake behind the dam is to be lowered by five metres before the people of Tarn go home again.";
        let full = "“We will not shut the market for good: it is built anew with its traders and for its traders,” \
            mayor Rosa Montalban said on the steps of the town hall.";
        let found = Told::of(&[format!("{full}\n\n{rest}"), format!("{other}\n\n{rest}")]).synopsis();
        let row = found.rows.iter().find(|row| row.lead.sentence == 0 && row.cells.len() == 2).expect("one statement");
        row.odds.has(ChangeKind::Quotation)
    };
    assert!(marked("“We will not shut the market for good,” mayor Rosa Montalban said on the steps of the town hall."));
    assert!(marked("“It is built anew with its traders and for its traders,” mayor Rosa Montalban said."));
    assert!(!marked("Mayor Rosa Montalban said on the steps of the town hall that the market opens again."));
    let same =
        "“We will not shut the market for good: it is built anew with its traders and for its traders,” she said.";
    assert!(!marked(same));
}

#[test]
fn when_an_article_appeared_is_no_date_that_articles_disagree_in() {
    let lines = [
        "14 March 2026, 09:10",
        "Saturday 14 March 2026, 11:40",
        "Published 14 March 2026, 15:05",
        "Updated 15 March 2026 at 18:00 GMT",
    ];
    let told = "Divers found a crack in the dam of Kellow on the 11th of March and the road over it was shut at once.";
    let others = "The lake behind the dam is to be lowered by five metres before the people of Tarn go home again.";
    let texts: Vec<String> =
        lines.iter().map(|line| format!("The dam of Kellow\n\n{line}\n\n{told}\n\n{others}")).collect();
    let found = Told::of(&texts).synopsis();
    assert!(
        found.rows.iter().any(|row| row.cells.len() > 1 && row.cells[0].place.sentence == 1),
        "the lines are one row"
    );
    assert_eq!(found.discords, []);
    assert!(found.rows.iter().all(|row| row.odds.is_empty()), "{:?}", found.rows);
}

#[test]
fn a_date_in_a_statement_as_short_as_that_is_held_against_another() {
    let texts = ["The bridge opened on 14 March 2026.", "The bridge opened on 15 March 2026."].map(|line| {
        format!(
            "{line}\n\nThe lake behind the dam is to be lowered by five metres before the people of Tarn go home again."
        )
    });
    let found = Told::of(&texts).synopsis();
    assert_eq!(found.discords.len(), 1, "{:?}", found.rows);
}

#[test]
fn a_phrase_that_another_article_has_word_for_word_is_not_told_as_unmatched_in_all() {
    let told = |other: &str| {
        let articles =
            ["The lake is lowered, according to the ministry of water.", other].map(|text| Article::of_text("a", text));
        let mask = Mask::default();
        let witnesses = articles.each_ref().map(|article| Witness { article, mask: &mask });
        let articles_of = Pair::new(0, 1);
        // The first four words are matched.
        let pair = PairFound {
            articles: articles_of,
            links: vec![],
            weak: vec![],
            reworded: vec![],
            shared: Pair::new(std::iter::once(0..4).collect(), vec![]),
            added: Pair::default(),
        };
        alone(&witnesses, &[], &[pair]).into_iter().map(|of| of.len()).collect::<Vec<_>>()
    };
    assert_eq!(told("According to the ministry of water, the ferry sails in May."), [0, 1]);
    assert_eq!(told("According to the ministry of wine, the ferry sails in May."), [1, 1]);
    assert_eq!(told("The ministry of water is shut."), [1, 1]);
}
