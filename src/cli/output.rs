//! A file of results that appears whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes a file: beside it first, then in its place. What is no plain file, such as a device, is written as it is.
pub(super) fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays a link: what it leads to is written.
    let target = fs::canonicalize(file).unwrap_or_else(|_| file.to_path_buf());
    let before = fs::metadata(&target).ok();
    if before.as_ref().is_some_and(|known| !known.is_file()) {
        let mut out = File::options().write(true).open(&target)?;
        return out.write_all(bytes);
    }
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".declparse-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut beside = builder.tempfile_in(folder)?;
    beside.write_all(bytes)?;
    if let Some(known) = before {
        beside.as_file().set_permissions(known.permissions())?;
    }
    beside.as_file().sync_all()?;
    beside.persist(&target).map(drop).map_err(|failed| failed.error)
}
