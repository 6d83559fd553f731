//! Two texts side by side: what changed in meaning between them, and whether one bears out the other.
//!
//! Facts are compared, never words: two texts that say the same in other words, or in another language, do not differ.

mod certainty;
mod claim;
mod diff;
mod matrix;
mod verify;

pub use claim::{Claim, Side};
pub use diff::{Change, ChangeKind, Diff, DiffSummary, diff};
pub use matrix::{Matrix, Row, matrix};
pub use verify::{Judgement, Verdict, Verification, VerifySummary, verify};
