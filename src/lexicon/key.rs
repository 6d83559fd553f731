//! What a word is looked up by, and how: its folded bytes as two numbers, in an open hash.
//!
//! A word of up to sixteen bytes is its own key, so that two words never share one; a longer one stands by a hash of 120
//! bits. The build script makes the tables with the same functions that read them.

/// The key of a folded word.
///
/// Two numbers and no array: these stay in registers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key {
    one: u64,
    two: u64,
}

/// Lowers eight ASCII letters at once.
const FOLD: u64 = 0x2020_2020_2020_2020;
/// No byte of UTF-8: the last byte of a key that is a hash.
const HASHED: u64 = 0xFF << 56;

impl Key {
    /// The key of folded bytes.
    pub(crate) fn of(folded: &[u8]) -> Key {
        short(folded).unwrap_or_else(|| hashed(folded.chunks(8).map(eight)))
    }

    /// The key of ASCII letters, not folded.
    fn letters(word: &[u8]) -> Key {
        let folded = |piece: &[u8]| eight(piece) | FOLD & mask(piece.len());
        match word {
            [] => Key::default(),
            [_, ..] if word.len() > 16 => hashed(word.chunks(8).map(folded)),
            _ => Key { one: folded(&word[..word.len().min(8)]), two: word.get(8..).map_or(0, folded) },
        }
    }

    /// The word of this key, with its numbers.
    pub(crate) fn with(self, [first, second]: [u64; 2]) -> Entry {
        [self.one, self.two, first, second]
    }

    /// Where it is looked for first among `slots`, a power of two.
    #[inline]
    fn slot(self, slots: usize) -> usize {
        let mixed = (self.one ^ self.two.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (mixed >> 32) as usize & (slots - 1)
    }
}

/// The lowest `length` bytes of eight.
const fn mask(length: usize) -> u64 {
    match length {
        0 => 0,
        1..=7 => u64::MAX >> (64 - 8 * length),
        _ => u64::MAX,
    }
}

/// Up to eight bytes as a number, the first one lowest.
fn eight(bytes: &[u8]) -> u64 {
    bytes.iter().take(8).rev().fold(0, |all, byte| all << 8 | u64::from(*byte))
}

/// A word that is its own key.
fn short(word: &[u8]) -> Option<Key> {
    (word.len() <= 16).then(|| Key { one: eight(word), two: word.get(8..).map_or(0, eight) })
}

/// The key of a longer word, eight bytes at a time.
fn hashed(pieces: impl Iterator<Item = u64>) -> Key {
    let mix = |state: u64, piece: u64, by: u64| {
        let mixed = (state ^ piece).wrapping_mul(by);
        mixed ^ mixed >> 29
    };
    let (mut one, mut two) = (1, 2);
    for piece in pieces {
        one = mix(one, piece, 0xBF58_476D_1CE4_E5B9);
        two = mix(two, piece.rotate_left(17), 0x94D0_49BB_1331_11EB);
    }
    Key { one, two: two | HASHED }
}

/// The ASCII letters that `bytes` begins with, `longest` of them at most: how many they are, and their key.
///
/// Most words end within eight bytes, nearly all within sixteen: these are cut out, folded and measured at once, without a
/// branch a letter.
#[inline(always)]
pub(crate) fn letters(bytes: &[u8], longest: usize) -> (usize, Key) {
    if let Some(ahead) = bytes.first_chunk::<16>() {
        let both = u128::from_le_bytes(*ahead);
        let (one, two) = (both as u64, (both >> 64) as u64);
        let end = others(one);
        if end != 0 {
            // All bytes before the one that ends the word, whose high bit is the lowest that is set.
            let word = (end ^ (end - 1)) >> 8;
            let length = (end.trailing_zeros() / 8) as usize;
            return (length, Key { one: (one | FOLD) & word, two: 0 });
        }
        let end = others(two);
        if end != 0 {
            let word = (end ^ (end - 1)) >> 8;
            let length = 8 + (end.trailing_zeros() / 8) as usize;
            return (length, Key { one: one | FOLD, two: (two | FOLD) & word });
        }
    }
    at_length(bytes, longest)
}

/// As [`letters`], for a long word and for one near the end of the text.
#[inline(never)]
fn at_length(bytes: &[u8], longest: usize) -> (usize, Key) {
    let length = bytes.iter().take(longest).take_while(|byte| byte.is_ascii_alphabetic()).count();
    (length, Key::letters(&bytes[..length]))
}

/// The high bit of each byte that is no ASCII letter: adding carries into it from a bound on.
#[inline(always)]
const fn others(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let small = (word & !HIGH) | FOLD;
    let letter = (small + 0x1F * ONES) & !(small + 0x05 * ONES) & !word;
    !letter & HIGH
}

/// Words by their keys, and two numbers for each: an open hash that a program can carry as a constant.
///
/// The words stand in the slots themselves, so that most are found by one look at memory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Index<'a>(pub(crate) &'a [Entry]);

/// A word's key, and its numbers: half a line of the cache. An empty slot is all zeros, as the key of no word is.
pub(crate) type Entry = [u64; 4];

impl Index<'_> {
    /// The numbers of a word.
    #[inline(always)]
    pub(crate) fn find(&self, key: Key) -> Option<[u64; 2]> {
        let slots = self.0;
        let mut slot = key.slot(slots.len());
        loop {
            let [one, two, first, second] = &slots[slot];
            if (one ^ key.one) | (two ^ key.two) == 0 {
                return Some([*first, *second]);
            }
            if one | two == 0 {
                return None;
            }
            slot = (slot + 1) & (slots.len() - 1);
        }
    }
}

/// The slots for words that are all different: a power of two of them, a third or more of them empty.
pub(crate) fn slots(words: &[Entry]) -> Vec<Entry> {
    let mut slots = vec![[0; 4]; (words.len() * 3 / 2 + 1).next_power_of_two()];
    for word in words {
        let mut slot = Key { one: word[0], two: word[1] }.slot(slots.len());
        while slots[slot] != [0; 4] {
            slot = (slot + 1) & (slots.len() - 1);
        }
        slots[slot] = *word;
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::{Entry, Index, Key, letters, slots};

    #[test]
    fn a_word_has_one_key_however_it_is_cut_out() {
        let words = [
            "",
            "a",
            "Monitor",
            "eightlet",
            "NINEbytes",
            "fifteenbyteword",
            "sixteenbytelongs",
            "seventeenbytesong",
            "internationalisation",
        ];
        for word in words {
            let expected = (word.len(), Key::of(word.to_lowercase().as_bytes()));
            assert_eq!(letters(word.as_bytes(), 99), expected, "{word} at the end");
            let inside = format!("{word}, and so on, and on and on");
            assert_eq!(letters(inside.as_bytes(), 99), expected, "{word} inside");
        }
    }

    #[test]
    fn a_word_ends_where_its_letters_end() {
        for byte in 0..=255u8 {
            let expected = usize::from(byte.is_ascii_alphabetic());
            assert_eq!(letters(&[byte, b'-'], 99).0, expected, "{byte}");
            let text = [b'a', byte, b'-', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
            assert_eq!(letters(&text, 99).0, 1 + expected, "{byte} with room behind");
        }
    }

    #[test]
    fn what_is_in_an_index_is_found_and_nothing_else() {
        let words: Vec<String> = (0..500).map(|n| format!("word{n}")).collect();
        let entry = |(word, number): (&String, u64)| Key::of(word.as_bytes()).with([number, 9]);
        let entries: Vec<Entry> = words.iter().zip(7..).map(entry).collect();
        let slots = slots(&entries);
        let index = Index(&slots);
        for (word, number) in words.iter().zip(7..) {
            assert_eq!(index.find(Key::of(word.as_bytes())), Some([number, 9]));
        }
        assert_eq!(index.find(Key::of(b"word500")), None);
    }
}
