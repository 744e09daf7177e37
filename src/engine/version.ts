/** Version of the model: raised whenever the same scenario and seed give another digest. */
export const ENGINE_VERSION = '1.2.0'
