// Values that are stored on this device. If storage is disabled, each visit starts without them.
const prefix = 'agabot.';

export function read(name) {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // Storage is disabled.
  }
}

export function drop(name) {
  try {
    localStorage.removeItem(prefix + name);
  } catch {
    // Storage is disabled.
  }
}

/** The names of the values that begin with `beginning`. */
export function stored(beginning) {
  try {
    return Object.keys(localStorage).filter(name => name.startsWith(prefix + beginning)).map(name => name.slice(prefix.length));
  } catch {
    return [];
  }
}

/** Removes all values, so that the next user of the device finds nothing. */
export function forget() {
  try {
    Object.keys(localStorage).filter(name => name.startsWith(prefix)).forEach(name => localStorage.removeItem(name));
  } catch {
    // Storage is disabled: there is nothing to remove.
  }
}
