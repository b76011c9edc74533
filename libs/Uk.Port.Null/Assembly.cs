// The layer of this library.

using Uk;

[assembly: Layer(Layer.Device)]
