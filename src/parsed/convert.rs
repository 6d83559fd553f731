//! Offsets from one unit to another: all of a document's in one pass over the text.

use crate::source::Offsets;
use crate::span::Span;

/// Positions in one unit, and the same in another.
pub(super) struct Table {
    from: Vec<usize>,
    to: Vec<usize>,
}

impl Table {
    /// Converts `positions` of `text`. A position inside a character, or behind the end, moves to the next place that
    /// both units can name.
    pub(super) fn new(text: &str, mut positions: Vec<usize>, from: Offsets, to: Offsets) -> Table {
        positions.sort_unstable();
        positions.dedup();
        let mut converted = Vec::with_capacity(positions.len());
        let mut chars = text.chars();
        let (mut at, mut there) = (0, 0);
        for &position in &positions {
            while at < position {
                let Some(c) = chars.next() else { break };
                at += from.of(c);
                there += to.of(c);
            }
            converted.push(there);
        }
        Table { from: positions, to: converted }
    }

    /// The same stretch in the other unit.
    pub(super) fn convert(&self, span: &mut Span) {
        let lookup = |position: usize| {
            let at = self.from.partition_point(|known| *known < position);
            self.to.get(at).copied().unwrap_or(position)
        };
        *span = Span::new(lookup(span.start), lookup(span.end));
    }
}

#[cfg(test)]
mod tests {
    use super::Table;
    use crate::source::Offsets;
    use crate::span::Span;

    #[test]
    fn there_and_back() {
        let text = "a→🕊b";
        let mut span = Span::new(4, 9);
        Table::new(text, vec![4, 9], Offsets::Bytes, Offsets::Utf16).convert(&mut span);
        assert_eq!(span, Span::new(2, 5));
        Table::new(text, vec![2, 5], Offsets::Utf16, Offsets::Chars).convert(&mut span);
        assert_eq!(span, Span::new(2, 4));
        Table::new(text, vec![2, 4], Offsets::Chars, Offsets::Bytes).convert(&mut span);
        assert_eq!(span, Span::new(4, 9));
    }
}
