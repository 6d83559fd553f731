//! A file of results that appears whole or not at all.

use super::stop::Stop;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// So much is written before the next look at whether somebody has asked to stop.
const PIECE: usize = 1 << 20;

/// Writes a file: beside it first, then in its place. What is no plain file, such as a device, is written as it is.
pub(super) fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays a link: what it leads to is written.
    let target = fs::canonicalize(file).unwrap_or_else(|_| file.to_path_buf());
    let before = fs::metadata(&target).ok();
    if before.as_ref().is_some_and(|known| !known.is_file()) {
        let mut out = File::options().write(true).open(&target)?;
        return out.write_all(bytes);
    }
    // From here until the file stands in its place, Ctrl-C would leave the other one behind.
    let stop = Stop::listen()?;
    let written = replace(&target, before.as_ref(), bytes, &stop);
    stop.obey();
    written
}

/// Writes beside the target and moves that there; of an error, or of being stopped, nothing is left behind.
fn replace(target: &Path, before: Option<&fs::Metadata>, bytes: &[u8], stop: &Stop) -> io::Result<()> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".declparse-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut beside = builder.tempfile_in(folder).map_err(plain)?;
    for piece in bytes.chunks(PIECE) {
        stop.check()?;
        beside.write_all(piece).map_err(plain)?;
    }
    if let Some(known) = before {
        beside.as_file().set_permissions(known.permissions())?;
    }
    beside.as_file().sync_all()?;
    stop.check()?;
    beside.persist(target).map(drop).map_err(|failed| failed.error)
}

/// What went wrong, without the name of the file beside, which nobody has asked for.
fn plain(error: io::Error) -> io::Error {
    if error.get_ref().is_some() { error.kind().into() } else { error }
}
