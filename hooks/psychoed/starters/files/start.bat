@echo off
rem Double-click this file: it shows your site in the browser while you write. To stop it, close this window.
setlocal DisableDelayedExpansion
rem A folder of the network has no letter, which pushd gives it.
pushd "%~dp0"
if errorlevel 1 goto failed
chcp 65001 >nul
set PYTHONUTF8=1
set PY=py -3
%PY% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 goto found
rem Also where there is no py, or it knows of no Python.
set PY=python
%PY% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if errorlevel 1 goto python
:found
".venv\Scripts\python.exe" -c "" >nul 2>nul
if errorlevel 1 %PY% -m venv --clear .venv
if not exist ".venv\Scripts\python.exe" goto failed
fc /b requirements.txt ".venv\requirements.txt" >nul 2>nul
if not errorlevel 1 goto serve
echo Installing what the site is made with. This needs the internet, and takes a few minutes the first time.
".venv\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check -r requirements.txt
if errorlevel 1 goto failed
copy /y requirements.txt ".venv\requirements.txt" >nul
:serve
".venv\Scripts\python.exe" -m psychoed serve
pause
popd
exit /b
:python
echo Python 3.11 or newer is not on this computer yet.
echo Install it from https://www.python.org/downloads/ and double-click this file again.
pause
popd
exit /b 1
:failed
echo That did not work. Nothing of yours is changed. Look at the lines above, then try again.
echo If it goes on, delete the folder .venv here, and double-click this file again.
pause
popd
exit /b 1
