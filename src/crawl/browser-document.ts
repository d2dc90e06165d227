import type { CDPSession } from 'playwright-core';

/** What a document looks like from outside: equal sizes mean that nothing has changed. */
export interface Measured {
  isLoaded: boolean;
  size: string;
}

const MEASURE = `({ isLoaded: document.readyState === 'complete', size: document
  .getElementsByTagName('*').length + '/' + (document.documentElement?.textContent ?? '').length })`;

/** Measures a document; null between two documents, when there is nothing to ask. */
export async function measureDocument(session: CDPSession): Promise<Measured | null> {
  return await evaluate<Measured>(session, MEASURE).catch(() => null);
}

/** The document as it stands, serialised; null when it is longer than `maxLength` units. */
export async function documentHtml(session: CDPSession, maxLength: number): Promise<string | null> {
  return await evaluate<string | null>(session, serialised(maxLength));
}

function serialised(maxLength: number): string {
  return `(() => {
    const type = document.doctype ? new XMLSerializer().serializeToString(document.doctype) : '';
    const html = type + (document.documentElement?.outerHTML ?? '');
    return html.length > ${maxLength} ? null : html;
  })()`;
}

/** Asks the document in a world of our own, where the page's scripts cannot answer for it. */
async function evaluate<T>(session: CDPSession, expression: string): Promise<T> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'xunwang',
  });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId: executionContextId,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result.value as T;
}
