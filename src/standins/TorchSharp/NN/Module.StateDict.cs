using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Every parameter and every persistent buffer, under its dotted name. The tensors are not copied.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                foreach (var (name, parameter) in named_parameters())
                {
                    destination.TryAdd(Prefixed(name), parameter);
                }

                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false))
                {
                    destination.TryAdd(Prefixed(name), buffer);
                }

                foreach (var (name, child) in _internal_submodules)
                {
                    child.state_dict(destination, Prefixed(name));
                }

                return destination;

                string Prefixed(string name) => string.IsNullOrEmpty(prefix) ? name : $"{prefix}.{name}";
            }

            /// <summary>Copies the tensors of <paramref name="source"/> into the parameters and buffers of the same names.</summary>
            /// <exception cref="InvalidOperationException">The names differ and <paramref name="strict"/> is true.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                skip ??= [];
                var destination = state_dict();
                var unexpected = source.Keys.Where(key => !skip.Contains(key) && !destination.ContainsKey(key)).ToList();
                var missing = destination.Keys.Where(key => !skip.Contains(key) && !source.ContainsKey(key)).ToList();
                if (strict && (missing.Count > 0 || unexpected.Count > 0))
                {
                    throw new InvalidOperationException("The loaded state_dict is not identical to the target dictionary.");
                }

                using var noGrad = no_grad();
                foreach (var (key, tensor) in source)
                {
                    if (!skip.Contains(key) && destination.TryGetValue(key, out var target))
                    {
                        target.copy_(tensor);
                    }
                }

                return (missing, unexpected);
            }

            public Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes the number of entries, then each entry's name and tensor.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                var entries = sd.Where(entry => skip is null || !skip.Contains(entry.Key)).ToList();
                writer.Encode(entries.Count);
                foreach (var (key, tensor) in entries)
                {
                    writer.Write(key);
                    tensor.Save(writer);
                }
            }

            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="ArgumentException">The file was written by a module with other names, shapes or element types.</exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                if (!File.Exists(location))
                {
                    throw new FileNotFoundException(location);
                }

                using var stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                skip ??= [];
                var destination = state_dict();
                var entries = reader.Decode();
                if (strict && entries != destination.Count)
                {
                    throw new ArgumentException($"Mismatched state_dict sizes: expected {destination.Count}, but found {entries} entries.");
                }

                for (var i = 0L; i < entries; i++)
                {
                    var key = reader.ReadString();
                    var found = destination.TryGetValue(key, out var target);
                    if (!found && strict)
                    {
                        throw new ArgumentException($"Mismatched module state names: the target modules does not have a submodule or buffer named '{key}'");
                    }

                    if (found && !skip.Contains(key))
                    {
                        target!.Load(reader);
                    }
                    else
                    {
                        TensorExtensionMethods.Load(reader, skip: true);
                    }

                    loadedParameters?.Add(key, found);
                }

                return this;
            }

            public static Module Create<T>(string path)
                where T : Module, new() => new T().load(path);
        }
    }
}
