import type { Dispatcher } from 'undici';
import type { Grant } from './budget.ts';

/** The call did not leave: its grant had become too old by the time its bytes would have gone to the socket. */
export class StaleGrant extends Error {
  constructor() {
    super('the grant became too old before the call was sent');
    this.name = 'StaleGrant';
  }
}

/**
 * The dispatcher, asking the grant again in the very step that writes a call to its socket: after signing, waiting for
 * a connection or opening one, and after any stall of the process. Thrown there, the error leaves the connection whole.
 */
export function whileGranted(dispatcher: Dispatcher, grant: Grant): Dispatcher {
  return dispatcher.compose((dispatch) => (options, handler) => dispatch(options, checked(handler, grant)));
}

function checked(handler: Dispatcher.DispatchHandler, grant: Grant): Dispatcher.DispatchHandler {
  return {
    onRequestStart(controller, context) {
      if (grant.isLate()) throw new StaleGrant();
      handler.onRequestStart?.(controller, context);
    },
    onResponseStart: (controller, status, headers, statusMessage) =>
      handler.onResponseStart?.(controller, status, headers, statusMessage),
    onResponseData: (controller, chunk) => handler.onResponseData?.(controller, chunk),
    onResponseEnd: (controller, trailers) => handler.onResponseEnd?.(controller, trailers),
    onResponseError: (controller, error) => handler.onResponseError?.(controller, error),
  };
}
