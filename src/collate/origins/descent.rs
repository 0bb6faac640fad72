//! Descent: which article of a family has its text from which other, where that can be told.
//!
//! An article *explains* another where it has nearly all words that the other shares with anybody. Dates tell the direction: what is
//! explained by an earlier article is taken from it, else both have it from elsewhere; two articles alone do not tell. Without dates a copy looks like a source, but
//! of four or more: one explains all others, and none explains it. Credits to an agency tell it wherever the agency's text is there.

use super::agencies::AgencyCredit;
use super::copied::Copied;
use super::stamp::Stamp;

/// How much of what an article shares with others its source has at the least, in percent. What is missing are stock sentences; an
/// article that only has the same source lacks more (`cargo bench --bench set`).
const EXPLAINS: usize = 97;
/// Members of which the earliest can be told to be the source: two may both have their text from elsewhere, at different times.
const DATED: usize = 3;
/// Members of a family that are looked at as sources: of more, those with the earliest dates.
const PEERS: usize = 64;
/// Members of which one can be the source of all others by what it has alone.
const HUB: usize = 4;

/// What is known of articles beside what they share.
#[derive(Clone, Copy, Debug)]
pub(super) struct KnownOf<'a> {
    pub copied: &'a Copied,
    pub credits: &'a [Option<AgencyCredit>],
    pub stamps: &'a [Option<Stamp>],
}

/// By what the direction of a copy is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToldBy {
    /// The copy credits the agency, or what it has of an agency's text is all that it shares.
    Credit,
    /// The source is dated earlier.
    Date,
    /// Each of the others has part of what the source has, and they share nothing else.
    Additions,
}

impl ToldBy {
    /// Gives the name that the reader sees.
    pub fn name(self) -> &'static str {
        match self {
            ToldBy::Credit => "credit",
            ToldBy::Date => "date",
            ToldBy::Additions => "additions",
        }
    }
}

/// Where the members of a family have their text from.
#[derive(Debug, Default)]
pub(super) struct Descent {
    /// The source of each member and what tells it, by member.
    pub sources: Vec<Option<(usize, ToldBy)>>,
    /// Whether members share what no member has that could be their source.
    pub elsewhere: bool,
}

/// What a member shares.
struct Shares {
    /// Words of it that stand in each peer.
    with: Vec<usize>,
    /// Words of it that stand in any peer, but for its copies; and in any that is not surely later.
    all: usize,
    not_later: usize,
}

/// Finds who has the text of whom in a family. Goes through the shared words of each member and each peer once.
pub(super) fn descent(members: &[usize], known: KnownOf<'_>) -> Descent {
    if members.len() < 2 {
        return Descent { sources: vec![None; members.len()], elsewhere: false };
    }
    let mut peers = members.to_vec();
    if peers.len() > PEERS {
        earliest(&mut peers, known);
        peers.truncate(PEERS);
        peers.sort_unstable();
    }
    let family = Family { members, peers: &peers, known };
    let shares: Vec<Shares> = members.iter().map(|member| family.shares(*member)).collect();
    family.descent(&shares)
}

/// Puts those with an agency's own text first, then those with a date, the earliest first.
fn earliest(peers: &mut [usize], known: KnownOf<'_>) {
    peers.sort_by_key(|at| (!known.is_own(*at), known.stamps[*at].is_none(), known.stamps[*at].map(Stamp::rank), *at));
}

impl KnownOf<'_> {
    fn is_before(&self, one: usize, other: usize) -> bool {
        match (self.stamps[one], self.stamps[other]) {
            (Some(one), Some(other)) => one.is_before(other),
            _ => false,
        }
    }

    fn agency(&self, article: usize) -> Option<&'static str> {
        self.credits[article].map(|credit| credit.agency)
    }

    fn is_own(&self, article: usize) -> bool {
        self.credits[article].is_some_and(|credit| credit.own)
    }
}

struct Family<'a> {
    members: &'a [usize],
    peers: &'a [usize],
    known: KnownOf<'a>,
}

impl Family<'_> {
    fn shares(&self, member: usize) -> Shares {
        let copied = self.known.copied;
        let words = copied.index.words(member);
        let (mut all, mut not_later) = (vec![false; words], vec![false; words]);
        let mut with = Vec::with_capacity(self.peers.len());
        for &peer in self.peers {
            if copied.are_twins(member, peer) {
                with.push(words);
                continue;
            }
            let shared = copied.shared(member, peer);
            with.push(shared.iter().filter(|shared| **shared).count());
            let later = self.known.is_before(member, peer);
            for (at, _) in shared.iter().enumerate().filter(|(_, shared)| **shared) {
                if let (Some(all), Some(now)) = (all.get_mut(at), not_later.get_mut(at)) {
                    (*all, *now) = (true, *now || !later);
                }
            }
        }
        let count = |words: &[bool]| words.iter().filter(|word| **word).count();
        Shares { with, all: count(&all), not_later: count(&not_later) }
    }

    fn descent(&self, shares: &[Shares]) -> Descent {
        let mut sources: Vec<Option<(usize, ToldBy)>> =
            self.members.iter().zip(shares).map(|(member, shares)| self.source(*member, shares)).collect();
        let hub = self.hub(shares).filter(|_| sources.iter().all(Option::is_none));
        if let Some(hub) = hub {
            for (member, source) in self.members.iter().zip(&mut sources).filter(|(member, _)| **member != hub) {
                let free = self.known.agency(*member).is_none();
                *source = free.then_some((hub, ToldBy::Additions));
            }
        }
        let rootless = |(member, shares): (&usize, &Shares)| {
            let earlier = self.peers.iter().any(|peer| self.known.is_before(*peer, *member));
            earlier && self.source(*member, shares).is_none()
        };
        let apart = self.members.iter().zip(shares).any(rootless);
        let nobody = !self.peers.iter().enumerate().any(|(at, peer)| self.explains_all(shares, at, *peer));
        Descent { sources, elsewhere: self.members.len() > 2 && hub.is_none() && (apart || nobody) }
    }

    /// Gives where a member has its text from, by what it credits, or by its date.
    fn source(&self, member: usize, shares: &Shares) -> Option<(usize, ToldBy)> {
        let known = self.known;
        let each = || self.peers.iter().zip(&shares.with).filter(|(peer, with)| **peer != member && **with > 0);
        let most = |a: &(&usize, &usize), b: &(&usize, &usize)| {
            let earlier = || known.is_before(*a.0, *b.0).cmp(&known.is_before(*b.0, *a.0));
            a.1.cmp(b.1).then_with(earlier).then(b.0.cmp(a.0))
        };
        if !known.is_own(member) {
            let agencys = each().filter(|(peer, _)| known.is_own(**peer) && !known.is_before(member, **peer));
            let own = |peer: usize, with: usize| match known.agency(member) {
                Some(credited) => known.agency(peer) == Some(credited),
                None => with * 100 >= EXPLAINS * shares.all.max(1) || known.copied.are_twins(member, peer),
            };
            let found = agencys.filter(|(peer, with)| own(**peer, **with)).max_by(most);
            if let Some((peer, _)) = found {
                return Some((*peer, ToldBy::Credit));
            }
            if known.agency(member).is_some() {
                return None;
            }
        }
        if self.members.len() < DATED {
            return None;
        }
        let earlier = each().filter(|(peer, _)| known.is_before(**peer, member));
        let earlier = earlier.filter(|(peer, _)| !known.is_own(member) || known.is_own(**peer));
        let (peer, with) = earlier.max_by(most)?;
        let explained = *with * 100 >= EXPLAINS * shares.not_later || known.copied.are_twins(member, *peer);
        explained.then_some((*peer, ToldBy::Date))
    }

    /// Gives the member that explains all others and that none of them explains.
    fn hub(&self, shares: &[Shares]) -> Option<usize> {
        if self.members.len() < HUB || self.members.len() != self.peers.len() {
            return None;
        }
        let none_explains = |hub: usize, own: &Shares| {
            let mut others = self.peers.iter().zip(&own.with).filter(|(peer, _)| **peer != hub);
            others.all(|(peer, with)| *with * 100 < EXPLAINS * own.all && !self.known.copied.are_twins(hub, *peer))
        };
        let mut found = self.peers.iter().enumerate().zip(shares).filter(|((at, hub), own)| {
            let first = !self.members.iter().any(|member| self.known.is_before(*member, **hub));
            first && none_explains(**hub, own) && self.explains_all(shares, *at, **hub)
        });
        let hub = found.next().map(|((_, hub), _)| *hub)?;
        found.next().is_none().then_some(hub)
    }

    /// Tells whether a peer, the `at`th, has what each of the others shares.
    fn explains_all(&self, shares: &[Shares], at: usize, peer: usize) -> bool {
        let mut others = self.members.iter().zip(shares).filter(|(member, _)| **member != peer);
        others.all(|(member, shares)| {
            let with = shares.with.get(at).copied().unwrap_or(0);
            with * 100 >= EXPLAINS * shares.all || self.known.copied.are_twins(*member, peer)
        })
    }
}
