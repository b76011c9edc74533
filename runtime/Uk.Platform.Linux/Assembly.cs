// The layer of this platform.

using Uk;

[assembly: Layer(Layer.Platform)]
