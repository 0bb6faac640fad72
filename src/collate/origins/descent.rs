//! Descent: which article of a family has its text from which other, if that can be told.
//!
//! An article *explains* another if it has nearly all words that the other shares with any article. Dates give the direction: an article
//! explained by an earlier one took its text from it, or else both have it from elsewhere; two articles alone are not enough. Without dates,
//! a copy looks like a source, unless one of four or more explains all others and none explains it. Credits to an agency decide if the
//! agency's text is there.

use super::agencies::AgencyCredit;
use super::copied::Copied;
use super::stamp::Stamp;

/// How much of what an article shares with others its source has at the least, in percent: all but a stock sentence or two, which is
/// all but so many stretches; an article that only has the same source lacks more (`cargo bench --bench set`).
const EXPLAINS: usize = 97;
const BUT: (usize, usize) = (2, 80);
/// Members of which the earliest can be told to be the source: two may both have their text from elsewhere, at different times
/// (benches/constants.md).
const DATED: usize = 3;
/// Members of a family that are looked at as sources: of more, those with the earliest dates (a limit).
const PEERS: usize = 64;
/// The fewest members among which one can be the source by its additions (benches/constants.md).
const HUB: usize = 4;

/// What is known about articles besides what they share.
#[derive(Clone, Copy, Debug)]
pub(super) struct KnownOf<'a> {
    pub copied: &'a Copied,
    pub credits: &'a [Option<AgencyCredit>],
    pub stamps: &'a [Option<Stamp>],
}

/// The evidence for the direction of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToldBy {
    /// The copy credits the agency, or shares nothing but the agency's text.
    Credit,
    /// The source has an earlier date.
    Date,
    /// Each of the others has part of what the source has, and they share nothing else.
    Additions,
}

impl ToldBy {
    /// The name that the reader sees.
    pub fn name(self) -> &'static str {
        match self {
            ToldBy::Credit => "credit",
            ToldBy::Date => "date",
            ToldBy::Additions => "additions",
        }
    }
}

/// The sources of the members of a family.
#[derive(Debug, Default)]
pub(super) struct Descent {
    /// The source of each member, with the evidence.
    pub sources: Vec<Option<(usize, ToldBy)>>,
    /// Whether members share text that no possible source among them has.
    pub elsewhere: bool,
}

/// What a member shares with each peer.
struct Shares {
    /// Words of it that stand in the peer.
    with: Vec<usize>,
    /// Whether the peer has nearly all that the member shares with anybody but its copies.
    all: Vec<bool>,
    /// The same, left out what later peers may have from the member itself.
    before: Vec<bool>,
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
    let mut shares: Vec<Shares> = members.iter().map(|member| family.shares(*member)).collect();
    let before: Vec<Vec<bool>> = members.iter().map(|member| family.before(*member, &shares)).collect();
    shares.iter_mut().zip(before).for_each(|(shares, before)| shares.before = before);
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

    fn agency(&self, article: usize) -> Option<&str> {
        self.credits[article].as_ref().map(|credit| credit.agency.as_ref())
    }

    fn is_own(&self, article: usize) -> bool {
        self.credits[article].as_ref().is_some_and(|credit| credit.own)
    }
}

struct Family<'a> {
    members: &'a [usize],
    peers: &'a [usize],
    known: KnownOf<'a>,
}

impl Family<'_> {
    /// For each peer which words of a member stand in it; nothing for copies, which have all.
    fn shared(&self, member: usize) -> Vec<Option<Vec<bool>>> {
        let copied = self.known.copied;
        let twin = |peer: usize| copied.are_twins(member, peer);
        self.peers.iter().map(|peer| (!twin(*peer)).then(|| copied.shared(member, *peer))).collect()
    }

    fn shares(&self, member: usize) -> Shares {
        let words = self.known.copied.index.words(member);
        let shared = self.shared(member);
        let count = |words: &Vec<bool>| words.iter().filter(|word| **word).count();
        let with = shared.iter().map(|shared| shared.as_ref().map_or(words, count)).collect();
        Shares { with, all: explaining(&shared, words, |_| true), before: Vec::new() }
    }

    fn before(&self, member: usize, shares: &[Shares]) -> Vec<bool> {
        let at = self.peers.binary_search(&member).ok();
        let has_it_from = |peer: usize| {
            let theirs = self.members.binary_search(&peer).ok().and_then(|at| shares.get(at));
            let explained = at.zip(theirs).and_then(|(at, theirs)| theirs.all.get(at)).copied().unwrap_or(false);
            explained && self.known.is_before(member, peer)
        };
        let counts = |at: usize| self.peers.get(at).is_some_and(|peer| !has_it_from(*peer));
        explaining(&self.shared(member), self.known.copied.index.words(member), counts)
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

    /// Where a member has its text from, by what it credits, or by its date.
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
                None => with > 0 && self.flag(&shares.all, peer),
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
        let (peer, _) = earlier.max_by(most)?;
        self.flag(&shares.before, *peer).then_some((*peer, ToldBy::Date))
    }

    /// The member that explains all others and that none of them explains.
    fn hub(&self, shares: &[Shares]) -> Option<usize> {
        if self.members.len() < HUB || self.members.len() != self.peers.len() {
            return None;
        }
        let none_explains = |hub: usize, own: &Shares| {
            let mut others = self.peers.iter().zip(&own.all).filter(|(peer, _)| **peer != hub);
            others.all(|(_, explains)| !explains)
        };
        let mut found = self.peers.iter().enumerate().zip(shares).filter(|((at, hub), own)| {
            let first = !self.members.iter().any(|member| self.known.is_before(*member, **hub));
            first && none_explains(**hub, own) && self.explains_all(shares, *at, **hub)
        });
        let hub = found.next().map(|((_, hub), _)| *hub)?;
        found.next().is_none().then_some(hub)
    }

    /// Whether a peer, the `at`th, has what each of the others shares.
    fn explains_all(&self, shares: &[Shares], at: usize, peer: usize) -> bool {
        let mut others = self.members.iter().zip(shares).filter(|(member, _)| **member != peer);
        others.all(|(_, shares)| shares.all.get(at).copied().unwrap_or(false))
    }

    fn flag(&self, flags: &[bool], peer: usize) -> bool {
        self.peers.binary_search(&peer).ok().and_then(|at| flags.get(at)).copied().unwrap_or(false)
    }
}

/// Tells of each peer whether it has nearly all that an article of so many words shares with the peers that count.
fn explaining(shared: &[Option<Vec<bool>>], words: usize, counts: impl Fn(usize) -> bool) -> Vec<bool> {
    let mut all = vec![false; words];
    for (_, shared) in shared.iter().enumerate().filter(|(at, _)| counts(*at)) {
        for (at, _) in shared.iter().flatten().enumerate().filter(|(_, shared)| **shared) {
            if let Some(all) = all.get_mut(at) {
                *all = true;
            }
        }
    }
    let total = all.iter().filter(|shared| **shared).count();
    let explains = |peer: &Option<Vec<bool>>| {
        let Some(peer) = peer else { return true };
        let missing: Vec<bool> =
            all.iter().enumerate().map(|(at, shared)| *shared && !peer.get(at).copied().unwrap_or(false)).collect();
        let stretches = missing.chunk_by(|a, b| a == b).filter(|stretch| stretch.first() == Some(&true)).count();
        let there = total - missing.iter().filter(|missing| **missing).count();
        there > 0 && (there * 100 >= EXPLAINS * total || stretches <= BUT.0 && there * 100 >= BUT.1 * total)
    };
    shared.iter().map(explains).collect()
}
