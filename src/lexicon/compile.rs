//! Compiles a lexicon's lines into [`Tables`](super::tables::Tables).
//!
//! The build script calls it for the lexicons that ship, the program for those that a user brings; nothing in it depends
//! on the rest of the crate. A phrase that names two parties, places or months is a fault here, so that it never is one
//! when a text is read.

use super::concept::{Concept, SIGNS, SMALL, WATER};
use super::key::{Entry, Index, Key, slots};
use super::lines::{Fault, Lines, expand};
use super::tables::{
    CONCEPT_BITS, Head, INITIAL, Meaning, NAMED, STARTS, Tables, UPPER, edge_slot, head, hint, hint16,
};
use super::word::{Case, Folded, Sign, Sink, folded, scan};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Tables that own their memory.
#[derive(Debug, Default)]
pub(crate) struct Compiled {
    pub(crate) words: Vec<Entry>,
    pub(crate) states: Vec<[u32; 2]>,
    pub(crate) stems: Vec<u16>,
    pub(crate) heads: Vec<Head>,
    pub(crate) edges: Vec<[u32; 2]>,
    pub(crate) accepts: Vec<u16>,
    pub(crate) meanings: Vec<Meaning>,
}

impl Compiled {
    /// The tables, to read with.
    pub(crate) fn tables(&self) -> Tables<'_> {
        Tables {
            words: Index(&self.words),
            states: &self.states,
            stems: &self.stems,
            heads: &self.heads,
            edges: &self.edges,
            accepts: &self.accepts,
            meanings: &self.meanings,
        }
    }
}

/// One word of a phrase: its folded bytes, with the mark of its case, and whether any ending may follow.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Pattern {
    bytes: Vec<u8>,
    stem: bool,
}

/// What a meaning names.
fn named(meaning: &Meaning) -> u64 {
    meaning[3] >> NAMED
}

type Phrases = BTreeMap<Vec<Pattern>, Meaning>;

/// Compiles what a file says. Errors: every faulty line.
pub(crate) fn compile(lines: &Lines) -> Result<Compiled, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut phrases = Phrases::new();
    for entry in &lines.entries {
        let mut fault = |message: String| faults.push(Fault { at: entry.line.clone(), message });
        for form in expand(&entry.phrase) {
            let words = patterns(&form);
            if words.is_empty() {
                fault(format!("`{form}` has no word"));
                continue;
            }
            let meaning = phrases.entry(words).or_default();
            for code in &entry.codes {
                meaning[(code & 0xFF) as usize / 64] |= 1 << (code % 64);
                match (named(meaning), u64::from(code >> 16)) {
                    (_, 0) => {}
                    (0, value) => meaning[3] |= value << NAMED,
                    (one, other) if one == other => {}
                    _ => fault(format!("`{form}` already names another party, place or month")),
                }
            }
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let (words, sets) = word_trie(&phrases);
    let room = usize::from(u16::MAX);
    let whole = whole_words(&words);
    let count = sets.0.len().max(whole.len());
    if count > room {
        let message = format!("{count} words and endings are more than the {room} that a lexicon can hold");
        return Err(vec![Fault { at: 0..0, message }]);
    }
    let mut compiled = phrase_automaton(&phrases, &sets);
    if compiled.accepts.len() > room {
        let message = format!(
            "{} beginnings of phrases are more than the {room} that a lexicon can hold",
            compiled.accepts.len()
        );
        return Err(vec![Fault { at: 0..0, message }]);
    }
    let entry = |(key, symbols): &(Key, [u16; 3])| {
        let [small, initial, upper] = symbols.map(u64::from);
        key.with([small | initial << 16 | upper << 32, compiled.heads[usize::from(symbols[0])]])
    };
    compiled.words = slots(&whole.iter().map(entry).collect::<Vec<_>>());
    (compiled.states, compiled.stems) = double_array(&stems_only(&words));
    Ok(compiled)
}

/// The small words that are one whole word each, folded: what a language is told by.
pub(crate) fn small_words(lines: &Lines) -> BTreeSet<String> {
    let small = |code: &u32| SMALL.iter().any(|concept| *concept as u32 == code & 0xFF);
    let entries = lines.entries.iter().filter(|entry| entry.codes.iter().any(small));
    let forms = entries.flat_map(|entry| expand(&entry.phrase)).map(|form| patterns(&form));
    let words = forms.filter(|words| words.len() == 1 && !words[0].stem);
    words.filter_map(|words| String::from_utf8(words[0].bytes.clone()).ok()).collect()
}

/// The words of one form, cut and folded as a text's words are.
fn patterns(form: &str) -> Vec<Pattern> {
    struct Words(Vec<(Vec<u8>, Case)>);
    impl Sink for Words {
        fn word(&mut self, word: Folded<'_>, _: usize, _: usize, case: Case) {
            self.0.push((folded(word.bytes).collect(), case));
        }
        fn sign(&mut self, sign: Sign, start: usize, end: usize) {
            // A number inside a phrase ("24/7") stands for its digits.
            if sign == Sign::Number {
                self.0.push((vec![b'0'; end - start], Case::Lower));
            }
        }
    }
    let mut all = Vec::new();
    for piece in form.split_whitespace() {
        let (piece, stem) = piece.strip_suffix('*').map_or((piece, false), |p| (p, true));
        let mut words = Words(Vec::new());
        // "'s" is a word only behind another: lend it one.
        let lent = piece.starts_with('\'');
        let text = if lent { format!("x{piece}") } else { piece.to_owned() };
        scan(&text, 0, text.len(), &mut words);
        let last = words.0.len();
        for (i, (mut bytes, case)) in words.0.into_iter().enumerate().skip(usize::from(lent)) {
            let stem = stem && i + 1 == last;
            if !stem {
                match case {
                    Case::Upper => bytes.push(UPPER),
                    Case::Initial => bytes.push(INITIAL),
                    Case::Lower => {}
                }
            }
            all.push(Pattern { bytes, stem });
        }
    }
    all
}

/// A node of the word trie before it is packed.
#[derive(Default)]
struct Node {
    next: BTreeMap<u8, usize>,
    /// The symbol of the word that ends here.
    end: u16,
    /// The symbol of a word that goes on past here and past every entry.
    stem: u16,
    /// A word of a phrase ends here, or its stem does.
    whole: bool,
    stems: bool,
}

/// A symbol stands for a set of patterns: those that a word matches.
type Sets = Vec<BTreeSet<usize>>;

fn word_trie(phrases: &Phrases) -> (Vec<Node>, (Sets, HashMap<Pattern, usize>)) {
    let mut numbers: HashMap<Pattern, usize> = HashMap::new();
    let unique: BTreeSet<&Pattern> = phrases.keys().flatten().collect();
    let mut nodes = vec![Node::default()];
    let mut exact: HashMap<usize, BTreeSet<usize>> = HashMap::new();
    let mut stems: HashMap<usize, usize> = HashMap::new();
    for (number, pattern) in unique.into_iter().enumerate() {
        numbers.insert(pattern.clone(), number);
        let mut at = 0;
        for &byte in &pattern.bytes {
            at = match nodes[at].next.get(&byte) {
                Some(&next) => next,
                None => {
                    nodes.push(Node::default());
                    let next = nodes.len() - 1;
                    nodes[at].next.insert(byte, next);
                    next
                }
            };
        }
        nodes[at].whole |= !pattern.stem;
        nodes[at].stems |= pattern.stem;
        if pattern.stem {
            stems.insert(at, number);
        } else {
            exact.entry(at).or_default().insert(number);
        }
    }
    // Walk down once: a node's stems are its parent's and its own; capitals add what the plain word matches.
    let mut sets: Sets = vec![BTreeSet::new()];
    let mut known: HashMap<BTreeSet<usize>, u16> = HashMap::from([(BTreeSet::new(), 0)]);
    let mut symbol = |set: BTreeSet<usize>| -> u16 {
        *known.entry(set.clone()).or_insert_with(|| {
            sets.push(set);
            (sets.len() - 1) as u16
        })
    };
    let mut todo = vec![(0usize, BTreeSet::new(), BTreeSet::new())];
    while let Some((at, mut inherited, plain)) = todo.pop() {
        if let Some(&stem) = stems.get(&at) {
            inherited.insert(stem);
        }
        let mut here = exact.get(&at).cloned().unwrap_or_default();
        here.extend(&plain);
        here.extend(&inherited);
        nodes[at].end = symbol(here.clone());
        nodes[at].stem = symbol(inherited.clone());
        // Capitals throughout are also a capital at the start.
        let initial = nodes[at].next.get(&INITIAL).and_then(|n| exact.get(n)).cloned().unwrap_or_default();
        for (&byte, &next) in &nodes[at].next {
            let plain = match byte {
                UPPER => here.union(&initial).copied().collect(),
                INITIAL => here.clone(),
                _ => BTreeSet::new(),
            };
            todo.push((next, inherited.clone(), plain));
        }
    }
    (nodes, (sets, numbers))
}

/// The words that stand in phrases whole, with their symbols in small letters, with a capital, in capitals.
fn whole_words(nodes: &[Node]) -> Vec<(Key, [u16; 3])> {
    let mut words = Vec::new();
    let mut todo = vec![(0usize, Vec::new())];
    while let Some((at, path)) = todo.pop() {
        let node = &nodes[at];
        let marked = |mark| node.next.get(&mark).map(|next| nodes[*next].end);
        let initial = marked(INITIAL).unwrap_or(node.end);
        let upper = marked(UPPER).unwrap_or(initial);
        if node.whole || marked(INITIAL).is_some() || marked(UPPER).is_some() {
            words.push((Key::of(&path), [node.end, initial, upper]));
        }
        for (&byte, &next) in node.next.iter().filter(|(byte, _)| ![INITIAL, UPPER].contains(byte)) {
            todo.push((next, [path.as_slice(), &[byte]].concat()));
        }
    }
    words.sort_unstable();
    words
}

/// The part of the trie that leads to stems.
fn stems_only(nodes: &[Node]) -> Vec<Node> {
    // Children stand behind their parents.
    let mut leads: Vec<bool> = nodes.iter().map(|node| node.stems).collect();
    for at in (0..nodes.len()).rev() {
        leads[at] |= nodes[at].next.values().any(|next| leads[*next]);
    }
    let mut place = vec![0; nodes.len()];
    for (kept, at) in (1..).zip((1..nodes.len()).filter(|at| leads[*at])) {
        place[at] = kept;
    }
    let keep = |node: &Node| Node {
        next: node.next.iter().filter(|(_, next)| leads[**next]).map(|(byte, next)| (*byte, place[*next])).collect(),
        stem: node.stem,
        ..Node::default()
    };
    nodes.iter().enumerate().filter(|(at, _)| *at == 0 || leads[*at]).map(|(_, node)| keep(node)).collect()
}

/// Packs the trie: state `t` follows `s` on byte `b` where `t = base[s] + b` and `check[t] = s`. The root is state 1.
fn double_array(nodes: &[Node]) -> (Vec<[u32; 2]>, Vec<u16>) {
    let mut states = vec![[0u32; 2]; 512];
    let mut place = vec![0usize; nodes.len()];
    place[0] = 1;
    states[1] = [0, u32::MAX];
    let mut taken = vec![false; 512];
    taken[0] = true;
    taken[1] = true;
    let mut first_free = 2;
    let mut queue = std::collections::VecDeque::from([0usize]);
    while let Some(node) = queue.pop_front() {
        let next = &nodes[node].next;
        let Some(&lowest) = next.keys().next() else { continue };
        while taken.get(first_free).copied().unwrap_or(false) {
            first_free += 1;
        }
        let mut base = first_free.saturating_sub(lowest as usize).max(1);
        while next.keys().any(|&b| taken.get(base + b as usize).copied().unwrap_or(false)) {
            base += 1;
        }
        // Where even a node of one or two children found no room near the front, none will: the next search starts here.
        if next.len() <= 2 && base + lowest as usize > first_free + 64 {
            first_free = base + lowest as usize;
        }
        if states.len() < base + 257 {
            states.resize(base + 513, [0; 2]);
            taken.resize(base + 513, false);
        }
        states[place[node]][0] = base as u32;
        for (&byte, &child) in next {
            let at = base + byte as usize;
            taken[at] = true;
            states[at][1] = place[node] as u32;
            place[child] = at;
            queue.push_back(child);
        }
    }
    // Every state can look 255 further without leaving the table.
    let longest = place.iter().map(|&p| states[p][0] as usize).max().unwrap_or(0) + 256;
    states.resize(longest.max(512), [0; 2]);
    let mut stems = vec![0; states.len()];
    for (node, at) in nodes.iter().zip(&place) {
        stems[*at] = node.stem;
    }
    (states, stems)
}

/// Phrases over patterns, made deterministic over symbols. Phrases of one length that fit the same words share them.
fn phrase_automaton(phrases: &Phrases, (sets, numbers): &(Sets, HashMap<Pattern, usize>)) -> Compiled {
    #[derive(Default)]
    struct Step {
        next: BTreeMap<usize, usize>,
        accept: Option<(usize, Meaning)>,
    }
    let mut steps = vec![Step::default()];
    for (words, meaning) in phrases {
        let mut at = 0;
        for word in words {
            let number = numbers[word];
            at = match steps[at].next.get(&number) {
                Some(&next) => next,
                None => {
                    steps.push(Step::default());
                    let next = steps.len() - 1;
                    steps[at].next.insert(number, next);
                    next
                }
            };
        }
        // Fewer and longer stems are more exact.
        let looseness = words.iter().filter(|w| w.stem).map(|w| 100 - w.bytes.len().min(99)).sum();
        steps[at].accept = Some((looseness, *meaning));
    }
    let mut known: HashMap<BTreeSet<usize>, u16> = HashMap::new();
    let mut order: Vec<BTreeSet<usize>> = vec![BTreeSet::new(), BTreeSet::from([0])];
    let mut edges: Vec<(u32, u32)> = Vec::new();
    let mut starts = vec![0u16; sets.len()];
    // The symbols of each pattern.
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); numbers.len()];
    for (symbol, set) in sets.iter().enumerate() {
        set.iter().for_each(|pattern| members[*pattern].push(symbol));
    }
    let mut at = 1;
    while at < order.len() {
        let here = order[at].clone();
        // What each symbol leads to: by the patterns that this state goes on with, and the symbols that they belong to.
        let mut leads: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for &step in &here {
            for (pattern, next) in &steps[step].next {
                for &symbol in &members[*pattern] {
                    leads.entry(symbol).or_default().insert(*next);
                }
            }
        }
        for (symbol, next) in leads {
            let state = *known.entry(next.clone()).or_insert_with(|| {
                order.push(next);
                (order.len() - 1) as u16
            });
            if at == 1 {
                starts[symbol] = state;
            } else {
                edges.push(((at as u32) << 16 | symbol as u32, u32::from(state)));
            }
        }
        at += 1;
    }
    // The signs come first, each under its own code.
    let mut meanings: Vec<Meaning> = (0..SIGNS).map(|sign| [1 << sign, 0, 0, 0]).collect();
    let mut places: HashMap<Meaning, u16> = HashMap::from([(Meaning::default(), 0)]);
    let mut accepts = Vec::new();
    for set in &order {
        // A word may be met exactly and by its stem: it means what either says, and names what the closer one names.
        let mut met: Vec<(usize, Meaning)> = set.iter().filter_map(|&s| steps[s].accept).collect();
        met.sort_unstable();
        let meaning = met.iter().fold(Meaning::default(), |all, (_, one)| {
            let last = if named(&all) == 0 { one[3] } else { one[3] & CONCEPT_BITS };
            [all[0] | one[0], all[1] | one[1], all[2] | one[2], all[3] | last]
        });
        accepts.push(*places.entry(meaning).or_insert_with(|| {
            meanings.push(meaning);
            (meanings.len() - 1) as u16
        }));
    }
    meanings.iter_mut().filter(|meaning| is_beyond(meaning, WATER)).for_each(|meaning| meaning[3] |= STARTS);
    let slots = (edges.len() * 3 / 2 + 1).next_power_of_two();
    let mut table = vec![[0u32; 2]; slots];
    for (key, next) in edges {
        let mut slot = edge_slot(key, slots);
        while table[slot][0] != 0 {
            slot = (slot + 1) & (slots - 1);
        }
        table[slot] = [key, next];
    }
    let heads = heads(&starts, &table, &accepts);
    hint_on(&mut table, accepts.len());
    Compiled { heads, edges: table, accepts, meanings, ..Compiled::default() }
}

/// May a word mean anything but these?
fn is_beyond(meaning: &Meaning, concepts: &[Concept]) -> bool {
    let mut left = *meaning;
    concepts.iter().for_each(|concept| left[*concept as usize / 64] &= !(1 << (*concept as usize % 64)));
    left[3] &= CONCEPT_BITS;
    left != Meaning::default()
}

/// Lets each edge know what the state that it leads to goes on with.
fn hint_on(edges: &mut [[u32; 2]], states: usize) {
    let mut hints = vec![0; states];
    for [key, _] in edges.iter().filter(|[key, _]| *key != 0) {
        hints[(key >> 16) as usize] |= u32::from(hint16(*key as u16));
    }
    for [_, next] in edges {
        *next |= hints[*next as usize] << 16;
    }
}

/// What is known of each symbol that a phrase may begin with.
fn heads(starts: &[u16], edges: &[[u32; 2]], accepts: &[u16]) -> Vec<Head> {
    let mut hints = vec![0; accepts.len()];
    for [key, _] in edges.iter().filter(|[key, _]| *key != 0) {
        hints[(key >> 16) as usize] |= hint(*key as u16);
    }
    let of = |state: &u16| {
        let (meaning, hints) = (accepts[usize::from(*state)], hints[usize::from(*state)]);
        head(meaning, if hints == 0 { 0 } else { *state }, hints)
    };
    starts.iter().map(of).collect()
}
