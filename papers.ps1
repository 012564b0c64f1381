# Starts the PaperSharp command line on Windows; builds it first when it is missing or older than its sources.
# Windows takes the contract packages from NuGet: the stand-ins need a libtorch built for Linux.
$ErrorActionPreference = 'Stop'

$root = $PSScriptRoot
$program = Join-Path $root 'artifacts\papers\PaperSharp.Cli.exe'
$sources = 'src', 'data', 'Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props', 'global.json' |
    ForEach-Object { Join-Path $root $_ }

function Test-Fresh {
    if (-not (Test-Path $program)) { return $false }
    $built = (Get-Item $program).LastWriteTimeUtc
    -not (Get-ChildItem $sources -Recurse -File |
        Where-Object { $_.FullName -notmatch '\\cache\\' -and $_.LastWriteTimeUtc -gt $built } |
        Select-Object -First 1)
}

if (-not (Test-Fresh)) {
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
        throw 'The .NET 10 SDK is missing. Install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run this command again.'
    }
    $props = '<Project><PropertyGroup><Packages>NuGet</Packages></PropertyGroup></Project>'
    Set-Content -Path (Join-Path $root 'environment\local.props') -Value $props
    Write-Host 'papers: building PaperSharp (a few minutes the first time)'
    dotnet publish (Join-Path $root 'src\PaperSharp.Cli') --configuration Release --nologo --verbosity quiet --output (Join-Path $root 'artifacts\papers')
    if ($LASTEXITCODE -ne 0) { throw 'The build failed (above).' }
    (Get-Item $program).LastWriteTimeUtc = [DateTime]::UtcNow
}

& $program @args
exit $LASTEXITCODE
