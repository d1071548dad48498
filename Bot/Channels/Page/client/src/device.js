// What stays on this device. Where storage is switched off, each visit begins anew.
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
    // Storage is switched off, as said above.
  }
}

/** Whoever sits down next finds nothing of who was here before. */
export function forget() {
  try {
    Object.keys(localStorage).filter(name => name.startsWith(prefix)).forEach(name => localStorage.removeItem(name));
  } catch {
    // Storage is switched off: there is nothing to forget.
  }
}
