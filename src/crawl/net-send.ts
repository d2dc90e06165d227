import type { Dispatcher } from 'undici';
import { partsOfUrl } from '#base/url.ts';
import type { Send } from './net-answer.ts';
import { Receiver } from './net-receiver.ts';

/** Sends by undici, over the kept connections of `dispatcher`. Strict about HTTP. */
export function sendBy(dispatcher: Dispatcher): Send {
  return (sending) => {
    const receiver = new Receiver(sending);
    const { origin, pathname, search } = partsOfUrl(sending.url);
    const options: Dispatcher.DispatchOptions = {
      origin,
      path: pathname + search,
      method: 'GET',
      headers: sending.headers,
    };
    try {
      if (!receiver.isOver) dispatcher.dispatch(options, handlerOf(receiver));
    } catch (error) {
      receiver.onError(error);
    }
    return receiver.sent;
  };
}

function handlerOf(receiver: Receiver): Dispatcher.DispatchHandler {
  return {
    onRequestStart: (controller) => receiver.onDrop((reason) => controller.abort(reason)),
    onResponseStart(controller, status, _headers, statusText) {
      if (status < 200) return receiver.onInterim();
      receiver.onHead(status, statusText ?? '', rawStrings(controller.rawHeaders));
    },
    onResponseData: (_controller, chunk) => receiver.onData(chunk),
    onResponseEnd: () => receiver.onEnd(),
    onResponseError: (_controller, error) => receiver.onError(error),
  };
}

function rawStrings(raw: Dispatcher.DispatchController['rawHeaders']): string[] {
  if (!Array.isArray(raw)) return [];
  return raw.map((part) => (typeof part === 'string' ? part : part.toString('latin1')));
}
