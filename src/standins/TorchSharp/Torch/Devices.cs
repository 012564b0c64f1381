using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static bool cuda_is_available() => Native.ts_cuda_is_available();

    public static bool mps_is_available() => false;

    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType switch
    {
        DeviceType.CPU or DeviceType.META => true,
        DeviceType.CUDA => cuda_is_available(),
        _ => false,
    };

    /// <exception cref="InvalidOperationException">This machine, or this libtorch, has no such device.</exception>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
            throw new InvalidOperationException($"Torch device type {deviceType} did not initialise on the current machine.");
    }

    /// <summary>The device itself once it is known to work; the default device for null.</summary>
    public static Device InitializeDevice(Device? device)
    {
        device ??= get_default_device();
        InitializeDeviceType(device.type);
        return device;
    }

    public static int get_num_threads() => Native.ts_get_num_threads();

    public static void set_num_threads(int num) => Errors.Check(Native.ts_set_num_threads(num));

    public static int get_num_interop_threads() => Native.ts_get_num_interop_threads();

    public static void set_num_interop_threads(int num) => Errors.Check(Native.ts_set_num_interop_threads(num));

    public static class cuda
    {
        public static bool is_available() => cuda_is_available();

        public static bool is_cudnn_available() => Native.ts_cudnn_is_available();

        public static int device_count() => Native.ts_cuda_device_count();

        public static void manual_seed(long seed) => Errors.Check(Native.ts_cuda_manual_seed((ulong)seed));

        public static void manual_seed_all(long seed) => Errors.Check(Native.ts_cuda_manual_seed_all((ulong)seed));

        /// <summary>Waits until everything given to the device is done.</summary>
        public static void synchronize(Device? device = null) => Errors.Check(Native.ts_cuda_synchronize(device?.index ?? -1));
    }
}
