//! Keeps the attributes of a file when it is rewritten: owner, permissions and extended attributes.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;

/// Sets a file's owner and group to those of another file, as far as that is allowed.
///
/// # Errors
///
/// The file still belongs to another user.
#[cfg(unix)]
pub fn own_as(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};

    let now = file.metadata()?;
    match ((now.uid(), now.gid()) == (old.uid(), old.gid()), now.gid() == old.gid()) {
        (true, _) => Ok(()),
        (_, true) => fchown(file, Some(old.uid()), None),
        _ => fchown(file, Some(old.uid()), Some(old.gid())).or_else(|_| fchown(file, None, Some(old.gid()))),
    }
}

#[cfg(not(unix))]
pub fn own_as(_file: &File, _old: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Gives a file the readers and writers of the file at this path, and no others. Keeps the owner and the extended attributes where the
/// system allows it.
///
/// # Errors
///
/// The permissions cannot be set.
pub fn open_as(file: &File, place: &Path) -> io::Result<()> {
    let old = fs::metadata(place)?;
    let _ = own_as(file, &old);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, PermissionsExt};

        let kept = keep_extended(file, place);
        let strange = file.metadata()?.gid() != old.gid();
        // A group's permissions do not carry over to another group. And in a file with an access list, the mode does not show what the
        // group may do.
        let mode = old.permissions().mode() & if strange || !kept { 0o7707 } else { 0o7777 };
        file.set_permissions(fs::Permissions::from_mode(mode))
    }
    #[cfg(not(unix))]
    file.set_permissions(old.permissions())
}

/// Copies the extended attributes of the file at this path, as far as that is allowed; returns whether the access list was copied too.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn keep_extended(file: &File, place: &Path) -> bool {
    use std::ffi::CStr;

    use rustix::fs::{XattrFlags, fsetxattr, getxattr, listxattr};

    /// The most bytes of one attribute, and of all their names, on Linux.
    const MOST: usize = 1 << 16;

    let mut names = vec![0; MOST];
    // A disk without extended attributes reports an error.
    let Ok(length) = listxattr(place, &mut names[..]) else { return true };
    names.truncate(length);
    let mut value = vec![0; MOST];
    let mut kept = true;
    for name in names.split_inclusive(|byte| *byte == 0).filter_map(|name| CStr::from_bytes_with_nul(name).ok()) {
        let went = getxattr(place, name, &mut value[..])
            .and_then(|length| fsetxattr(file, name, &value[..length.min(MOST)], XattrFlags::empty()));
        kept &= went.is_ok() || !name.to_bytes().starts_with(b"system.");
    }
    kept
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "android", target_vendor = "apple"))))]
fn keep_extended(_file: &File, _place: &Path) -> bool {
    true
}
