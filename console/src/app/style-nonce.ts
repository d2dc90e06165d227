/**
 * The page lets only styles in that carry its nonce. antd gives it to most of its own by
 * `ConfigProvider`; a few that its parts make on the way (the width of a scroll bar) forget it, so
 * every style element made here is given it. Scripts of others never run here to use this.
 */
export function carryStyleNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');
  const nonce = meta?.content;
  if (!nonce) return undefined;
  const make = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = make(name, options);
    if (name.toLowerCase() === 'style') element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
  return nonce;
}
