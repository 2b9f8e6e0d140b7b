import type { MediaPort } from './MediaPort.ts';

const throughJson = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

/** The same port with every argument, reply and event sent through JSON: what does not survive that is no port value. */
export function jsonPort(port: MediaPort): MediaPort {
  const asked =
    <Request, Reply>(method: (request: Request) => Promise<Reply>) =>
    async (request: Request): Promise<Reply> =>
      throughJson(await method(throughJson(request)));
  return {
    routerRtpCapabilities: asked(port.routerRtpCapabilities),
    createTransport: asked(port.createTransport),
    connectTransport: asked(port.connectTransport),
    restartIce: asked(port.restartIce),
    closeTransport: asked(port.closeTransport),
    produce: asked(port.produce),
    setProducerPaused: asked(port.setProducerPaused),
    closeProducer: asked(port.closeProducer),
    consume: asked(port.consume),
    setConsumerPaused: asked(port.setConsumerPaused),
    setPreferredLayers: asked(port.setPreferredLayers),
    closeConsumer: asked(port.closeConsumer),
    closePeer: asked(port.closePeer),
    closeRoom: asked(port.closeRoom),
    stats: async () => throughJson(await port.stats()),
    subscribe: (listener) => port.subscribe((event) => listener(throughJson(event))),
    close: () => port.close(),
  };
}
