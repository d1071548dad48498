// Names the file that was chosen and not sent yet: Web Chat shows only a mark at the clip.

export function nameChosen(store, notice) {
  const sentence = notice.textContent;
  const say = () => {
    const name = store.getState().sendBoxAttachments?.[0]?.blob?.name;
    const text = name ? sentence.replace('{name}', name) : '';
    if (notice.hidden === !name && notice.textContent === text) return;
    notice.textContent = text;
    notice.hidden = !name;
  };
  notice.textContent = '';
  store.subscribe(say);
}
