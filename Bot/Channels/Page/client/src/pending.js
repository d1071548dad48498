// What Web Chat shows of activities that wait in the outbox.
const pendingStatus = 'sending';
const refusedStatus = 'send failed';

const givesUp = ['DIRECT_LINE/POST_ACTIVITY_REJECTED', 'DIRECT_LINE/POST_ACTIVITY_IMPEDED'];

/** Middleware of Web Chat's store. `has` tells whether the activity of an id still waits. */
export function stillPending(has) {
  return ({ dispatch, getState }) => next => action => {
    const { type, meta, payload } = action;
    // Web Chat gives up when its connection is replaced; the outbox does not.
    if (givesUp.includes(type) && has(meta.clientActivityID)) return action;
    // The second tap of a double tap.
    if (type === 'WEB_CHAT/SEND_POST_BACK' && isSame(getState().activities.at(-1), payload.value)) return action;
    const result = next(action);
    if (type === 'DIRECT_LINE/INCOMING_ACTIVITY' && isTaken(getState().activities, payload.activity))
      dispatch({ type: 'DIRECT_LINE/POST_ACTIVITY_FULFILLED', meta: { clientActivityID: clientId(payload.activity) }, payload });
    return result;
  };
}

/** Shows the activities that were kept before the page was loaded, after the history. */
export function showRestored(store, entries) {
  if (entries.length === 0) return;
  const leave = store.subscribe(() => {
    if (store.getState().activities.length === 0) return;
    leave();
    for (const { activity, at } of entries) {
      const clientActivityID = clientId(activity);
      // The server took it before the reload.
      if (store.getState().activities.some(other => clientId(other) === clientActivityID)) continue;
      store.dispatch({
        type: 'DIRECT_LINE/POST_ACTIVITY_PENDING',
        meta: { clientActivityID, method: 'restored' },
        payload: { activity: { ...activity, channelData: { ...activity.channelData, restored: true, 'webchat:sequence-id': at } } },
      });
    }
  });
}

/** Marks an activity that the server refused, so that its card can be pressed again. */
export function showRefused(store, { activity }, reason) {
  store.dispatch({
    type: 'DIRECT_LINE/POST_ACTIVITY_REJECTED',
    error: true,
    meta: { clientActivityID: clientId(activity) },
    payload: new Error(reason),
  });
}

/** Whether the server did not take the activity. */
export const isRefused = activity => activity.channelData?.['webchat:send-status'] === refusedStatus;

/** The values that a press, which waits since before the page was loaded, put into the card of this form; null if there is none. */
export function restoredValues(activities, session) {
  const press = session && activities.findLast(({ channelData, value }) => channelData?.restored && value?.session === session);
  return press?.value ?? null;
}

/** The content of a card with the values in its inputs. */
export function filledWith(content, values) {
  if (Array.isArray(content)) return content.map(item => filledWith(item, values));
  if (content === null || typeof content !== 'object') return content;
  const filled = Object.fromEntries(Object.entries(content).map(([name, item]) => [name, filledWith(item, values)]));
  return content.type?.startsWith?.('Input.') && content.id in values ? { ...filled, value: values[content.id] } : filled;
}

function isTaken(activities, activity) {
  if (activity.from?.role !== 'user') return false;
  const shown = activities.find(other => clientId(other) === clientId(activity));
  return Boolean(clientId(activity)) && [pendingStatus, refusedStatus].includes(shown?.channelData['webchat:send-status']);
}

const clientId = activity => activity.channelData?.clientActivityID;

function isSame(activity, value) {
  if (activity?.from?.role !== 'user' || typeof value !== 'object' || isRefused(activity)) return false;
  return JSON.stringify(activity.value) === JSON.stringify(value);
}
