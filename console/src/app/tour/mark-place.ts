const LOOK_MS = 200;

/**
 * Outlines the first element of a selector as soon as the screen has it, and brings it into sight.
 * Gives back what takes the outline away.
 */
export function markPlace(selector: string): () => void {
  let marked: Element | null = null;
  const look = () => {
    const found = document.querySelector(selector);
    if (found === marked) return;
    marked?.removeAttribute('data-tour');
    found?.setAttribute('data-tour', 'here');
    found?.scrollIntoView({ block: 'nearest' });
    marked = found;
  };
  look();
  const timer = setInterval(look, LOOK_MS);
  return () => {
    clearInterval(timer);
    marked?.removeAttribute('data-tour');
  };
}
