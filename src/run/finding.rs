//! Finding: words or a passage looked for in all articles. Each article is folded once, as long as it stays open.

use std::sync::Arc;

use super::worker::{Craft, Hearing};
use crate::app::{Event, Hits, Quest, Traced, Tracing};
use crate::article::Article;
use crate::collate::traces;
use crate::text::{Plain, visible};

/// Articles that are folded already.
type Folded = Vec<(Arc<Article>, Plain)>;

/// How words are looked for.
pub fn searching() -> Craft<Quest> {
    let mut folded = Folded::new();
    Craft {
        work: Box::new(move |quest, hearing| searched(quest, hearing, &mut folded)),
        broken: |quest, reason| Event::Failed(quest.ticket, format!("searching broke off: {}", visible(reason))),
    }
}

/// How a passage is looked for.
pub fn tracing() -> Craft<Tracing> {
    Craft {
        work: Box::new(traced),
        broken: |task, reason| Event::Failed(task.ticket, format!("looking for it broke off: {}", visible(reason))),
    }
}

fn traced(task: &Tracing, hearing: &Hearing<'_>) -> Option<Event> {
    let articles: Vec<&Article> = task.articles.iter().map(Arc::as_ref).collect();
    let (ticket, article, tokens) = (task.ticket, task.article, task.tokens.clone());
    let traces = traces(&articles, (article, tokens.clone()), hearing.cancel)?;
    Some(Event::Traced(Traced { ticket, article, tokens, traces }))
}

fn searched(quest: &Quest, hearing: &Hearing<'_>, folded: &mut Folded) -> Option<Event> {
    folded.retain(|(known, _)| quest.articles.iter().any(|article| Arc::ptr_eq(article, known)));
    let query = Plain::of(&quest.query);
    let mut hits = Vec::with_capacity(quest.articles.len());
    for (at, article) in quest.articles.iter().enumerate() {
        if hearing.cancel.is_cancelled() {
            return None;
        }
        // They mostly come in the same order as before.
        let near = folded.get(at).filter(|(known, _)| Arc::ptr_eq(known, article)).map(|_| at);
        let known = near.or_else(|| folded.iter().position(|(known, _)| Arc::ptr_eq(known, article)));
        let known = known.unwrap_or_else(|| {
            folded.push((Arc::clone(article), Plain::of(&article.text)));
            folded.len() - 1
        });
        hits.push(folded.get(known).map_or_else(Vec::new, |(_, plain)| plain.hits(&article.text, &query).collect()));
    }
    Some(Event::Found(Hits { ticket: quest.ticket, hits: Arc::new(hits) }))
}
